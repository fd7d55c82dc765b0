import { readFileSync } from 'node:fs';
import path from 'node:path';
import Color from 'colorjs.io';
import * as v from 'valibot';
import { mfaTypes } from '../../src/api/contract.ts';

/** Bytes of a picture at most: it is in every page, so that it shows at the first paint. */
const largestPicture = 16_384;

const pictureTypes: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

const line = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('must not be empty'),
    v.maxLength(most, `must have at most ${most} characters`),
    v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u, 'must be one line'),
  );
/** A colon would end the issuer in the address that an authenticator app reads. */
const nameInApps = v.pipe(line(40), v.excludes(':', 'must not have a colon'));
const email = v.pipe(v.string(), v.email('must be an address of mail'));
const webAddress = v.pipe(
  v.string(),
  v.check((text) => /^https:\/\/[^\s"'<>]+$/.test(text) && URL.canParse(text), 'must be https://…'),
);
const pageAddress = v.union(
  [webAddress, v.pipe(v.string(), v.regex(/^\/(?!\/)[^\s"'<>\\]*$/))],
  'must be https://… or a path on the same host, such as /help',
);
const color = v.pipe(
  v.string(),
  v.check((text) => Color.try(text) !== null, 'must be a colour of CSS, such as #7a1f5c'),
);
const picture = v.pipe(v.string(), v.regex(/\.(?:svg|png|webp)$/, 'must be a .svg, .png or .webp'));

/** What a brand file contains. docs/brand.md explains each entry; all may be left out. */
const brandFile = v.strictObject({
  name: v.optional(nameInApps),
  logo: v.optional(picture),
  logoShowsName: v.optional(v.boolean(), false),
  icon: v.optional(picture),
  mailLogo: v.optional(webAddress),
  accent: v.optional(color),
  radius: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(20, 'must be at most 20'))),
  issuer: v.optional(nameInApps),
  relyingParty: v.optional(line(64)),
  supportEmail: v.optional(email),
  forgotPasswordUrl: v.optional(pageAddress),
  links: v.optional(
    v.pipe(
      v.array(v.strictObject({ label: line(40), url: pageAddress })),
      v.maxLength(6, 'must be at most 6'),
    ),
    [],
  ),
  methods: v.optional(
    v.pipe(v.array(v.picklist(mfaTypes)), v.nonEmpty('must have at least one method')),
    [...mfaTypes],
  ),
});

/** How the app and its mails name themselves and look. Pictures are `data:` addresses. */
export type Brand = v.InferOutput<typeof brandFile>;

/** The app as it stands. */
export const ownBrand: Brand = v.parse(brandFile, {});

/** The name where no header with the app's own words is beside it. */
export function productName({ name }: Brand): string {
  return name ?? 'MFA settings';
}

/** Cards are rounder than buttons, by as much as in the app's own look. */
export function cardRadius(radius: number): number {
  return Math.round((radius * 14) / 9);
}

/** Reads a brand file, and the pictures beside it. Throws a sentence for whoever has to fix it. */
export function readBrand(file: string): Brand {
  const folder = path.dirname(file);
  const parsed = v.safeParse(brandFile, readJson(file));
  if (!parsed.success) {
    const faults = parsed.issues.map(
      (issue) => `${v.getDotPath(issue) ?? 'the file'} ${describeFault(issue)}`,
    );
    throw new Error(`${file} cannot be used: ${faults.join('; ')}.`);
  }
  const { logo, icon, ...brand } = parsed.output;
  return {
    ...brand,
    ...(logo !== undefined && { logo: readPicture(path.join(folder, logo)) }),
    ...(icon !== undefined && { icon: readPicture(path.join(folder, icon)) }),
  };
}

/** The brand that the variable `BRAND` names, if it names one. */
export function readBrandOf(environment: NodeJS.ProcessEnv): Brand | undefined {
  const file = environment['BRAND'];
  return file ? readBrand(file) : undefined;
}

function describeFault({ type, message }: v.GenericIssue): string {
  if (type === 'strict_object') return 'is not known';
  return message.startsWith('must') ? message : `does not fit: ${message}`;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`The brand cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** An image's scripts never run, and the page's policy lets no other host send one. */
function readPicture(file: string): string {
  const picture = readFileSync(file);
  if (picture.byteLength > largestPicture)
    throw new Error(
      `${file} has ${picture.byteLength} bytes. At most ${largestPicture} are allowed.`,
    );
  return `data:${pictureTypes[path.extname(file)]};base64,${picture.toString('base64')}`;
}
