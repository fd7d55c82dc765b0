import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { scriptHashes, styleHashes } from '../headers/script-hashes.ts';
import { securityHeaders } from '../headers/security-headers.ts';
import { offersPasskeys, passkeyEndpoints } from '../headers/well-known.ts';
import { brandPage } from './brand-page.ts';
import { ownBrand, readBrand } from './brand.ts';
import { writeBrandedBuild } from './branded-build.ts';

const page = `<!doctype html>
<html lang="en">
  <head>
    <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
    <title>Multi-factor authentication</title>
    <script>early()</script>
    <style>:root{--accent:blue}</style>
  </head>
  <body>
    <div id="root"><header><a class="layout-brand" href="/"><svg><path d="M0 0"></path></svg>Account security</a></header></div>
    <noscript
      ><p>This page needs JavaScript.</p></noscript
    >
  </body>
</html>
`;

async function makeFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'brand-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** What the app reads. */
function readConfig(html: string): unknown {
  const [, json = ''] = /<script>globalThis\.brand=(.*)<\/script>/.exec(html) ?? [];
  return JSON.parse(json);
}

describe('A brand in the page', () => {
  it('changes the header of the first paint, the colours, and what the app reads', () => {
    const html = brandPage(page, {
      ...ownBrand,
      name: 'Fish & <Chips>',
      accent: '#7a1f5c',
      radius: 0,
      methods: ['PASSKEY'],
    });
    expect(html).toContain('<path d="M0 0"></path></svg>Fish &amp; &lt;Chips&gt;</a>');
    expect(html).toContain('--accent:light-dark(#7a1f5c,');
    expect(html).toContain('--radius:0px;--radius-card:0px');
    expect(readConfig(html)).toEqual({
      name: 'Fish & <Chips>',
      issuer: 'Fish & <Chips>',
      methods: ['PASSKEY'],
    });
  });

  it('shows a logo in place of the shield, and in place of the name where it has one', () => {
    const logo = 'data:image/svg+xml;base64,AAAA';
    const html = brandPage(page, { ...ownBrand, name: 'Harbor', logo });
    expect(html).toContain(`href="/"><img src="${logo}" alt=""/>Harbor</a>`);
    expect(html).toContain(`<link rel="icon" href="${logo}" />`);
    const word = brandPage(page, { ...ownBrand, name: 'Harbor', logo, logoShowsName: true });
    expect(word).toContain(`href="/"><img src="${logo}" alt="Harbor"/></a>`);
    expect(word).toContain('href="/favicon.svg"');
    expect(readConfig(word)).toMatchObject({ name: '', logo: { src: logo, alt: 'Harbor' } });
  });

  it('stays as it is where it is written twice, and is refused where another is there', () => {
    const html = brandPage(page, { ...ownBrand, name: 'Harbor' });
    expect(brandPage(html, { ...ownBrand, name: 'Harbor' })).toBe(html);
    expect(() => brandPage(html, ownBrand)).toThrow('wears another brand');
  });
});

/** A build without a brand, with text in its files for hosts. */
async function makeBuild(text: string) {
  const folder = await makeFolder();
  await writeFile(path.join(folder, 'index.html'), page);
  await mkdir(path.join(folder, '.well-known'));
  for (const name of hostFiles) await writeFile(path.join(folder, name), text);
  return folder;
}
const hostFiles = ['_headers', '_nginx.conf', '.well-known/passkey-endpoints'];

it('A branded build has the policy that its page needs, in every file for hosts, and no old compressed page', async () => {
  const policy = (html: string) =>
    securityHeaders({
      scriptHashes: scriptHashes(html),
      styleHashes: styleHashes(html),
      backendOrigin: undefined,
    })['Content-Security-Policy'];
  const [from, to] = [await makeBuild(`x ${policy(page)}\n`), await makeFolder()];
  await writeBrandedBuild(from, to, readBrand('docs/brand.example.json'));
  const html = await readFile(path.join(to, 'index.html'), 'utf8');
  expect(policy(html)).not.toBe(policy(page));
  for (const name of ['_headers', '_nginx.conf'])
    expect(await readFile(path.join(to, name), 'utf8')).toBe(`x ${policy(html)}\n`);
  const [br, gz] = ['br', 'gz'].map((form) => readFile(path.join(to, `index.html.${form}`)));
  expect(brotliDecompressSync(await br!).toString()).toBe(html);
  expect(gunzipSync(await gz!).toString()).toBe(html);
  expect(await readFile(path.join(from, 'index.html'), 'utf8')).toBe(page);
});

it.each([
  ['that offers no passkeys names no set-up of passkeys', ['GOOGLE_AUTH'], false],
  ['that offers passkeys names their set-up', ['PASSKEY', 'GOOGLE_AUTH'], true],
] as const)('A branded build %s to password managers', async (_, methods, isOffered) => {
  const [from, to] = [
    await makeBuild(`x ${passkeyEndpoints('/account/', true)} x`),
    await makeFolder(),
  ];
  await writeBrandedBuild(from, to, { ...ownBrand, methods: [...methods] });
  expect(offersPasskeys(await readFile(path.join(to, 'index.html'), 'utf8'))).toBe(isOffered);
  for (const name of hostFiles)
    expect(await readFile(path.join(to, name), 'utf8')).toBe(
      `x ${passkeyEndpoints('/account/', isOffered)} x`,
    );
});

describe('A brand file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await makeFolder();
  });
  const read = async (content: unknown) => {
    const file = path.join(folder, 'brand.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return readBrand(file);
  };

  it('may leave out everything', async () => {
    expect(await read({})).toEqual(ownBrand);
  });

  it('gives the pictures beside it as what the page contains', async () => {
    await writeFile(path.join(folder, 'logo.svg'), '<svg/>');
    expect(await read({ logo: 'logo.svg' })).toMatchObject({
      logo: 'data:image/svg+xml;base64,PHN2Zy8+',
    });
  });

  it.each([
    [{ acent: '#123456' }, 'acent is not known'],
    [{ accent: 'mauvish' }, 'accent must be a colour of CSS'],
    [{ name: '' }, 'name must not be empty'],
    [{ name: 'A\nB' }, 'name must be one line'],
    [{ issuer: 'A: B' }, 'issuer must not have a colon'],
    [{ radius: 50 }, 'radius must be at most 20'],
    [{ logo: 'logo.exe' }, 'logo must be a .svg, .png or .webp'],
    [{ supportEmail: 'help' }, 'supportEmail must be an address of mail'],
    [{ links: [{ label: 'X', url: 'javascript:alert(1)' }] }, 'links.0.url must be https://'],
    [{ links: [{ label: 'X', url: '//evil.example' }] }, 'links.0.url must be https://'],
    [{ mailLogo: 'http://harbor.example/logo.png' }, 'mailLogo must be https://'],
    [{ methods: [] }, 'methods must have at least one method'],
    [{ methods: ['SMS'] }, 'methods.0 does not fit'],
    ['{', 'cannot be read'],
    [{ logo: 'missing.svg' }, 'missing.svg'],
  ])('says what to fix: %j', async (content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence);
  });

  it('may have no picture that makes every page large', async () => {
    await writeFile(path.join(folder, 'logo.png'), Buffer.alloc(16_385));
    await expect(read({ logo: 'logo.png' })).rejects.toThrow('At most 16384 are allowed');
  });
});
