import * as v from 'valibot';
import { deviceAnswer } from '../../../src/api/contract-devices.ts';
import { totpSetupAnswer } from '../../../src/api/contract-set-up.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { newDeviceId } from '../testing/new-device-id.ts';
import { Person } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import type { Reply } from '../testing/send.ts';
import { SoftwarePasskey } from '../testing/software-passkey.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

export interface Prepared {
  person: Person;
  /**
   * Does everything up to the last request, and returns that request. Called again after a
   * failure.
   */
  ready: () => Promise<() => Promise<Reply>>;
}

export interface CrashScenario {
  prepare: (backend: TestBackend) => Promise<Prepared>;
  /** The subject of the mail about the change. */
  mail?: string;
  /** Whether the request uses up what was sent. */
  isOnce: boolean;
}

const minute = 60_000;
const link = { mfaType: 'MAGIC_LINK' };
const app = { mfaType: 'GOOGLE_AUTH' };
const options = v.looseObject({ challenge: v.string() });

/** A person with magic link and an authenticator app on, and a second session. */
async function withMethods(backend: TestBackend) {
  const person = await Person.signedIn(backend);
  await person.setUpMagicLink();
  const { secret, backupCodes } = await person.setUpAuthenticator();
  backend.advance(minute);
  const code = () => currentTotpCode(secret, backend.now());
  return { person, elsewhere: await person.signIn(), code, backupCodes };
}

/** A person with two sessions, the other one in a known device. */
async function withDevice(backend: TestBackend) {
  const person = await Person.signedIn(backend);
  await person.signIn({ deviceInfo: { deviceId: newDeviceId(), os: 'iOS' } });
  const [known] = await person.devices();
  const { body } = await person.get(`/devices/${known?.id ?? ''}`);
  return { person, device: v.parse(deviceAnswer, body) };
}

/** Where nothing has to be done again before the request. */
const sends = (person: Person, request: () => Promise<Reply>): Prepared => ({
  person,
  ready: async () => request,
});

const post = (path: string, body?: unknown) => async (backend: TestBackend) => {
  const { person } = await withMethods(backend);
  return sends(person, () => person.post(path, body));
};

async function challengeFor(person: Person, path: string): Promise<string> {
  const { body } = await person.post(path, { mfaType: 'PASSKEY' });
  return v.parse(options, body.data).challenge;
}

function readyPasskey(person: Person, passkey: SoftwarePasskey) {
  return async () => {
    const challenge = await challengeFor(person, '/mfa/setup');
    const body = { credential: passkey.create({ challenge }), challenge };
    return () => person.post('/mfa/passkey/complete-registration', body);
  };
}

export const crashScenarios: Record<string, CrashScenario> = {
  enable: {
    mail: 'Authenticator app turned on',
    isOnce: false,
    prepare: async (backend) => {
      const { person } = await withMethods(backend);
      await person.post('/mfa/disable', app);
      await person.signIn();
      return sends(person, () => person.post('/mfa/enable', app));
    },
  },
  disable: { mail: 'Magic link turned off', isOnce: true, prepare: post('/mfa/disable', link) },
  primary: {
    mail: 'Authenticator app is now your primary method',
    isOnce: false,
    prepare: post('/mfa/primary', app),
  },
  reset: {
    mail: 'All second-step methods removed from your account',
    isOnce: false,
    prepare: post('/mfa/reset'),
  },
  'verify-setup': {
    mail: 'Authenticator app replaced on your account',
    isOnce: true,
    prepare: async (backend) => {
      const { person } = await withMethods(backend);
      const { secret } = v.parse(totpSetupAnswer, (await person.post('/mfa/setup', app)).body.data);
      const body = { ...app, code: currentTotpCode(secret, backend.now()) };
      return sends(person, () => person.post('/mfa/verify-setup', body));
    },
  },
  'complete-registration': {
    mail: 'Passkey added to your account',
    isOnce: true,
    prepare: async (backend) => {
      const { person } = await withMethods(backend);
      return { person, ready: readyPasskey(person, new SoftwarePasskey()) };
    },
  },
  activate: {
    mail: 'Magic link turned on',
    isOnce: true,
    prepare: async (backend) => {
      const person = await Person.signedIn(backend);
      await person.signIn();
      await person.post('/mfa/magic-link/send');
      const body = { token: person.newestLinkToken() };
      return sends(person, () => send(backend, 'POST /mfa/magic-link/activate', { body }));
    },
  },
  'verify-login with a code': {
    isOnce: true,
    prepare: async (backend) => {
      const { elsewhere: person, code } = await withMethods(backend);
      return sends(person, () => person.sendCode(code()));
    },
  },
  'verify-login with a backup code': {
    mail: 'Backup code used on your account',
    isOnce: true,
    prepare: async (backend) => {
      const { elsewhere: person, backupCodes } = await withMethods(backend);
      return sends(person, () => person.sendCode(backupCodes[0] ?? ''));
    },
  },
  'verify-login with a link': {
    isOnce: true,
    prepare: async (backend) => {
      const { elsewhere: person } = await withMethods(backend);
      await person.post('/mfa/magic-link/send');
      const body = { ...link, token: person.newestLinkToken() };
      return sends(person, () => person.post('/mfa/verify-login', body));
    },
  },
  'verify-login with a passkey': {
    isOnce: true,
    prepare: async (backend) => {
      const owner = await Person.signedIn(backend);
      const passkey = new SoftwarePasskey();
      await (
        await readyPasskey(owner, passkey)()
      )();
      const person = await owner.signIn();
      return {
        person,
        ready: async () => {
          const challenge = await challengeFor(person, '/mfa/passkey/auth-options');
          const body = { mfaType: 'PASSKEY', credential: passkey.get({ challenge }) };
          return () => person.post('/mfa/verify-login', body);
        },
      };
    },
  },
  'change of password': {
    mail: 'Your password was changed',
    isOnce: false,
    prepare: async (backend) => {
      const { person } = await withMethods(backend);
      const body = { password: 'a fine and different one' };
      return sends(person, () => person.send(`PUT /user/${person.id}`, body));
    },
  },
  'reset of a password': {
    mail: 'Your password was reset',
    isOnce: true,
    prepare: async (backend) => {
      const person = await Person.signedIn(backend);
      await send(backend, 'POST /user/request-reset-password', {
        body: { email: person.email },
        source: person.email,
      });
      const body = { token: person.newestLinkToken(), newPassword: 'a fine and different one' };
      return sends(person, () => send(backend, 'POST /user/reset-password', { body }));
    },
  },
  'request for a reset of a password': {
    isOnce: false,
    prepare: async (backend) => {
      const person = await Person.signedIn(backend);
      const sent = { body: { email: person.email }, source: person.email };
      return sends(person, () => send(backend, 'POST /user/request-reset-password', sent));
    },
  },
  'trust in a device': {
    mail: 'A device is now trusted',
    isOnce: false,
    prepare: async (backend) => {
      const { person, device } = await withDevice(backend);
      const body = { fingerprint: device.deviceFingerprint };
      return sends(person, () => person.post('/devices/trust', body));
    },
  },
  'end of trust in a device': {
    isOnce: false,
    prepare: async (backend) => {
      const { person, device } = await withDevice(backend);
      const call = `/devices/${device.id}/untrust`;
      return sends(person, () => person.post(call));
    },
  },
  'removal of a device': {
    isOnce: true,
    prepare: async (backend) => {
      const { person, device } = await withDevice(backend);
      return sends(person, () => person.send(`DELETE /devices/${device.id}`));
    },
  },
  'revocation of a session': {
    isOnce: true,
    prepare: async (backend) => {
      const { person } = await withDevice(backend);
      const other = (await person.sessions()).find(({ isCurrent }) => isCurrent !== true);
      const call = `/sessions/${other?.id ?? ''}/revoke`;
      return sends(person, () => person.post(call));
    },
  },
  'revocation of all sessions': {
    isOnce: true,
    prepare: async (backend) => {
      const { person } = await withDevice(backend);
      return sends(person, () => person.post('/sessions/revoke-all'));
    },
  },
  heartbeat: {
    isOnce: false,
    prepare: async (backend) => {
      const { person } = await withDevice(backend);
      const call = `/sessions/${await person.sessionId()}/heartbeat`;
      backend.advance(minute);
      return sends(person, () => person.post(call));
    },
  },
  refresh: {
    isOnce: true,
    prepare: async (backend) => {
      const { person } = await withMethods(backend);
      return sends(person, () => person.refresh());
    },
  },
};
