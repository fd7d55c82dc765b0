/**
 * The platform's REST contract: the bodies of requests and the shapes of answers. The app and the
 * reference backend both use it. Answers are read leniently, because the platform's documentation and
 * its client disagree in places; bodies are strict. Schemas that only lazy pages need are in
 * contract-set-up.ts, contract-sign-in.ts and contract-organization.ts, to keep the first load small.
 */
import * as v from 'valibot';

/** The methods this version knows, strongest first. People see them in this order, too. */
export const mfaTypes = ['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK'] as const;
export const mfaTypeSchema = v.picklist(mfaTypes);
export type MfaType = v.InferOutput<typeof mfaTypeSchema>;

export function isMfaType(type: string): type is MfaType {
  return (mfaTypes as readonly string[]).includes(type);
}

/** `error_code` values that mean "prove who you are, then ask again". */
export const errorCodes = {
  mfaRequired: 'MFA_REQUIRED',
  reauthRequired: 'REAUTH_REQUIRED',
} as const;

/** `orgRole`: what someone is in their organization. */
export const orgRoles = {
  user: 0x00,
  billing: 0x01,
  workspaces: 0x02,
  administrator: 0xfe,
  owner: 0xff,
} as const;

// Bodies -------------------------------------------------------------------------------------------

export const text = v.pipe(v.string(), v.nonEmpty());
/** A WebAuthn credential as JSON (RegistrationResponseJSON or AuthenticationResponseJSON). */
const credential = v.looseObject({
  id: text,
  rawId: text,
  type: text,
  response: v.looseObject({}),
});
const deviceInfo = v.optional(v.unknown());

export const loginBody = v.object({ email: text, password: text, deviceInfo });
/**
 * Of `refresh` and of `logout`. The documentation says `refreshToken`, the client sends
 * `refresh_token`: either will do.
 */
export const refreshBody = v.union([
  v.object({ refresh_token: text, refreshToken: v.optional(text) }),
  v.object({ refreshToken: text }),
]);
export const methodBody = v.object({ mfaType: mfaTypeSchema });
/** As loose as can be: `v.email` refuses addresses that exist, such as those with an umlaut. */
const email = v.pipe(v.string(), v.regex(/.@./));
export const setupBody = v.object({
  mfaType: mfaTypeSchema,
  email: v.optional(email),
  deviceInfo,
});
export const verifySetupBody = v.object({
  mfaType: mfaTypeSchema,
  code: v.optional(text),
  credential: v.optional(credential),
});
export const resetBody = v.object({ resetUserId: v.optional(text) });
export const enforceBody = v.object({ enforced: v.boolean() });
export const activateBody = v.object({ token: text });
export const completeRegistrationBody = v.object({ credential, challenge: text });
export const verifyLoginBody = v.object({
  mfaType: mfaTypeSchema,
  code: v.optional(text),
  token: v.optional(text),
  credential: v.optional(credential),
});

export type SetupBody = v.InferInput<typeof setupBody>;
export type VerifySetupBody = v.InferInput<typeof verifySetupBody>;
export type VerifyLoginBody = v.InferInput<typeof verifyLoginBody>;
export type CompleteRegistrationBody = v.InferInput<typeof completeRegistrationBody>;

// Answers ------------------------------------------------------------------------------------------

/** An optional field whose nonsense counts as absent. */
// @__NO_SIDE_EFFECTS__
export const maybe = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.nullish(schema), undefined);

/** The envelope of every answer, and of the inner one some calls wrap in `data`. */
export const envelope = v.looseObject({
  success: maybe(v.boolean()),
  message: maybe(v.string()),
  error: maybe(v.string()),
  error_code: maybe(v.string()),
});

/** `GET /mfa/status`. Types are strings: new ones may appear. */
export const statusAnswer = v.object({
  isEnabled: v.boolean(),
  isRequired: v.fallback(v.boolean(), false),
  isEnforced: v.fallback(v.boolean(), false),
  enabledMethods: v.array(v.string()),
  primaryMethod: maybe(v.string()),
  /** Absent: verified. */
  sessionVerified: v.fallback(v.boolean(), true),
});
export type MfaStatus = v.InferOutput<typeof statusAnswer>;

/** One method. A flag is undefined where the answer was a plain type: the status knows better. */
export const methodAnswer = v.union([
  v.pipe(
    v.string(),
    v.transform((type): MfaMethod => ({ type, isAvailable: true })),
  ),
  v.object({
    type: v.string(),
    name: maybe(v.string()),
    description: maybe(v.string()),
    isAvailable: v.fallback(v.boolean(), true),
    isConfigured: maybe(v.boolean()),
    isEnabled: maybe(v.boolean()),
  }),
]);
export interface MfaMethod {
  type: string;
  name?: string | null | undefined;
  description?: string | null | undefined;
  isAvailable: boolean;
  isConfigured?: boolean | null | undefined;
  isEnabled?: boolean | null | undefined;
}

/** `GET /mfa/methods`: what can be read is kept, and how many entries could not be is counted. */
export const methodsAnswer = v.pipe(
  v.array(v.unknown()),
  v.transform((items) => {
    const methods = new Map<string, MfaMethod>();
    let unreadable = 0;
    for (const item of items) {
      const { success, output } = v.safeParse(methodAnswer, item);
      if (!success) unreadable += 1;
      else if (!methods.has(output.type)) methods.set(output.type, output);
    }
    return { methods: [...methods.values()], unreadable };
  }),
);
export type MfaMethods = v.InferOutput<typeof methodsAnswer>;

/** Seconds or milliseconds since the epoch, read as milliseconds. */
export const timestamp = v.pipe(
  v.number(),
  v.transform((value) => (value < 1e11 ? value * 1000 : value)),
);

export const tokensAnswer = v.object({
  accessToken: text,
  refreshToken: text,
  expiresAt: maybe(timestamp),
  /** Whose session it is, and its id. Only `login` says so. */
  user: maybe(v.object({ id: text, email: maybe(v.string()) })),
  tokenId: maybe(v.string()),
  /** When its holder last proved who they are, by the server's clock. No answer has it: the app adds it. */
  provenAt: maybe(timestamp),
});
export type Tokens = v.InferOutput<typeof tokensAnswer>;

export const orgRole = maybe(v.number());
export const profileAnswer = v.object({
  id: text,
  email: text,
  name: maybe(v.string()),
  lastName: maybe(v.string()),
  orgId: maybe(v.string()),
  orgRole,
  mfaRequired: maybe(v.boolean()),
});
export type Profile = v.InferOutput<typeof profileAnswer>;

/** Whether someone looks after everyone's second step in their organization. */
export function isAdministrator({ orgId, orgRole }: Profile): boolean {
  return !!orgId && (orgRole === orgRoles.administrator || orgRole === orgRoles.owner);
}
