import * as v from 'valibot';
import {
  details,
  device,
  heartbeatAnswer,
  session,
  trustAnswer,
  trustBody,
} from '../../../src/api/contract-devices.ts';
import { member } from '../../../src/api/contract-organization.ts';
import {
  requestPasswordResetBody,
  resetPasswordBody,
  updateUserBody,
} from '../../../src/api/contract-password.ts';
import {
  authOptionsAnswer,
  passkeySetupAnswer,
  totpSetupAnswer,
} from '../../../src/api/contract-set-up.ts';
import { verifyLoginAnswer } from '../../../src/api/contract-sign-in.ts';
import {
  activateBody,
  completeRegistrationBody,
  enforceBody,
  loginBody,
  methodAnswer,
  methodBody,
  profileAnswer,
  refreshBody,
  resetBody,
  setupBody,
  statusAnswer,
  tokensAnswer,
  verifyLoginBody,
  verifySetupBody,
} from '../../../src/api/contract.ts';

export interface DocumentedCall {
  summary: string;
  /** Without a bearer token. */
  isOpen?: boolean;
  /** A limited token, from before the second step, is enough. */
  isLimited?: boolean;
  body?: v.GenericSchema;
  /** Under `data` in the answer. */
  data?: v.GenericSchema;
  /** At the top level of the answer. */
  top?: v.ObjectSchema<v.ObjectEntries, undefined>;
  /** To the letter; where there are several, one of them. */
  message?: string | string[];
  /** What each status means; the texts are those that the platform gives. */
  failures?: Record<number, string[]>;
}

/** The app adds when its holder last gave a proof. */
const tokens = v.omit(tokensAnswer, ['provenAt']);
const magicLinkSetup = v.object({ email: v.string(), verificationRequired: v.boolean() });

/** What `setup` answers for each method. */
export const setupAnswers = {
  GOOGLE_AUTH: totpSetupAnswer,
  PASSKEY: passkeySetupAnswer,
  MAGIC_LINK: magicLinkSetup,
};

/** Named in the document, and used in several places. */
export const namedSchemas = {
  Status: statusAnswer,
  Method: methodAnswer,
  Profile: profileAnswer,
  Member: member,
  Device: device,
  Session: session,
  Tokens: tokens,
  AuthenticatorSetup: totpSetupAnswer,
  MagicLinkSetup: magicLinkSetup,
  PasskeySetup: passkeySetupAnswer,
  PasskeyOptions: authOptionsAnswer,
};

const deviceNotFound = { 404: ['Device not found'] };

/** Another name of `complete-registration`, which the document leaves out. */
export const completeRegistrationAlias = 'POST /mfa/passkey/complete-registration-1';

/** Every call of the contract, by its method and path. */
export const documentedCalls: Record<string, DocumentedCall> = {
  'POST /user/login': {
    summary: 'Signs in with email and password',
    isOpen: true,
    body: loginBody,
    top: tokens,
    failures: { 401: [] },
  },
  'POST /user/refresh': {
    summary: 'Exchanges a refresh token for new tokens; it is good once',
    isOpen: true,
    body: refreshBody,
    top: tokens,
    failures: { 401: [] },
  },
  'POST /user/logout': { summary: 'Ends the session', isLimited: true, body: refreshBody },
  'GET /user/profile': { summary: 'The account of the caller', data: profileAnswer },
  'POST /user/request-reset-password': {
    summary: 'Mails a link to choose a new password, if the account exists; the answer is the same',
    isOpen: true,
    body: requestPasswordResetBody,
  },
  'POST /user/reset-password': {
    summary: 'Chooses a new password with the token of a mailed link',
    isOpen: true,
    body: resetPasswordBody,
    failures: { 400: ['Invalid or expired token'] },
  },
  'PUT /user/{userId}': {
    summary: 'Changes the own name or password',
    body: updateUserBody,
    failures: { 400: [], 404: ['User not found'] },
  },
  'GET /mfa/status': {
    summary: 'Whether a second step is on, and which methods',
    isLimited: true,
    data: statusAnswer,
  },
  'GET /mfa/methods': {
    summary: 'The methods and their state',
    isLimited: true,
    data: v.array(methodAnswer),
  },
  'POST /mfa/setup': {
    summary: 'Begins to set a method up; the answer depends on the method',
    body: setupBody,
    data: v.union(Object.values(setupAnswers)),
    failures: { 400: ['Invalid MFA type specified'] },
  },
  'POST /mfa/verify-setup': {
    summary: 'Proves possession: the method is then configured and on',
    body: verifySetupBody,
    message: 'MFA setup verified and enabled',
    failures: { 400: ['MFA setup verification failed'] },
  },
  'POST /mfa/enable': {
    summary: 'Turns on a method that is configured and off',
    body: methodBody,
    failures: { 400: [] },
  },
  'POST /mfa/disable': {
    summary: 'Turns a method off',
    body: methodBody,
    failures: { 400: [], 403: ['Cannot disable MFA when enforced by organization'] },
  },
  'POST /mfa/primary': {
    summary: 'Makes a method the one that is asked for first',
    body: methodBody,
    message: 'Primary MFA method updated',
    failures: { 400: [] },
  },
  'POST /mfa/reset': {
    summary: 'Removes all methods, of the caller or of a member',
    body: resetBody,
    message: 'MFA reset successfully',
    failures: {
      403: [
        "Insufficient permissions. OWNER or ADMINISTRATOR role required to reset another user's MFA.",
      ],
      404: ['User not found'],
    },
  },
  'POST /mfa/magic-link/send': {
    summary: 'Mails a link to the address of the account',
    isLimited: true,
    message: 'Magic link sent successfully',
    failures: { 400: [], 404: ['User not found'] },
  },
  'POST /mfa/magic-link/activate': {
    summary: 'Turns magic links on with the token of a mailed link',
    isOpen: true,
    body: activateBody,
    message: 'Magic link MFA activated successfully',
    failures: { 400: ['Invalid or expired token'], 404: ['User not found or inactive'] },
  },
  'POST /mfa/passkey/auth-options': {
    summary: 'The options to use a passkey with',
    isLimited: true,
    data: authOptionsAnswer,
  },
  'POST /mfa/passkey/complete-registration': {
    summary: 'Completes the set-up of a passkey',
    body: completeRegistrationBody,
    message: 'Passkey registration completed',
    failures: { 400: ['Passkey registration failed'] },
  },
  'POST /mfa/verify-login': {
    summary: 'Passes the second step, at sign-in or as a proof before a change',
    isLimited: true,
    body: verifyLoginBody,
    top: verifyLoginAnswer,
    failures: { 400: [] },
  },
  'POST /mfa/organization/enforce': {
    summary: 'Requires a second step of every member, or no longer',
    body: enforceBody,
    message: [
      'MFA enforcement enabled for organization',
      'MFA enforcement disabled for organization',
    ],
    failures: { 400: ['User not associated with an organization'], 403: [] },
  },
  'GET /organization/users': {
    summary: 'The members of the organization',
    top: v.object({ data: v.array(member), total: v.number() }),
    failures: { 403: [] },
  },
  'GET /organization/{orgId}': {
    summary: 'The organization of the caller',
    data: v.object({
      id: v.string(),
      name: v.string(),
      domain: v.nullish(v.string()),
      mfaEnforced: v.boolean(),
    }),
    failures: {
      403: ['Access denied: you can only view your own organization'],
      404: ['Organization not found'],
    },
  },
  'GET /devices': { summary: 'The devices', top: v.object({ devices: v.array(device) }) },
  'GET /devices/{id}': {
    summary: 'One device with its sessions',
    top: v.object({
      device: v.object({
        ...details.entries,
        deviceFingerprint: v.string(),
        sessions: v.array(session),
      }),
    }),
    failures: deviceNotFound,
  },
  'POST /devices/trust': {
    summary: 'Trusts a device',
    body: trustBody,
    top: trustAnswer,
    message: 'Device trusted successfully',
    failures: deviceNotFound,
  },
  'POST /devices/{id}/untrust': {
    summary: 'No longer trusts a device, and ends its sessions',
    message: 'Device untrusted successfully',
    failures: deviceNotFound,
  },
  'DELETE /devices/{id}': {
    summary: 'Removes a device, and ends its sessions',
    message: 'Device removed successfully',
    failures: deviceNotFound,
  },
  'GET /sessions': { summary: 'The sessions', top: v.object({ sessions: v.array(session) }) },
  'POST /sessions/{id}/revoke': {
    summary: 'Ends a session',
    message: 'Session revoked successfully',
    failures: { 404: ['Session not found'] },
  },
  'POST /sessions/revoke-all': {
    summary: 'Ends all sessions, that of the caller included',
    message: 'All sessions revoked successfully',
  },
  'POST /sessions/{id}/heartbeat': {
    summary: 'Keeps a session',
    top: heartbeatAnswer,
    message: 'Session updated successfully',
    failures: { 404: ['Session not found or expired'] },
  },
};
