import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';

/** Whom Hanko's profile shows. */
export const hankoEmail = 'ada@example.com';

const time = '2026-01-01T00:00:00Z';
const text = (name: string, type = 'string') => ({
  name,
  type,
  required: true,
  min_length: 8,
  max_length: 100,
});
const action = (name: string, ...inputs: ReturnType<typeof text>[]) => ({
  action: name,
  href: `/profile?action=${name}`,
  description: name,
  inputs: Object.fromEntries(inputs.map((input) => [input.name, input])),
});
const actions = [
  action('account_delete'),
  action('continue_to_otp_secret_creation'),
  action('email_create', text('email', 'email')),
  action('email_delete', text('email_id')),
  action('password_create', text('password', 'password')),
  action('patch_metadata', text('patch_metadata')),
  action('webauthn_credential_create'),
  action('webauthn_credential_delete', text('passkey_id')),
  action('webauthn_credential_rename', text('passkey_id'), text('passkey_name')),
];
const session = {
  is_valid: true,
  expiration_time: '2036-01-01T00:00:00Z',
  user_id: 'ada',
  claims: { subject: 'ada', issued_at: time, expiration: '2036-01-01T00:00:00Z', session_id: 'a' },
};
const profile = {
  name: 'profile_init',
  status: 200,
  csrf_token: 'token',
  actions: Object.fromEntries(actions.map((each) => [each.action, each])),
  payload: {
    user: {
      user_id: 'ada',
      created_at: time,
      updated_at: time,
      emails: [{ id: 'email', address: hankoEmail, is_verified: true, is_primary: true }],
      passkeys: ['Laptop', 'Phone'].map((name) => ({
        id: name,
        name,
        public_key: 'key',
        attestation_type: 'none',
        aaguid: '00000000-0000-0000-0000-000000000000',
        created_at: time,
        last_used_at: time,
        transports: 'internal',
        backup_eligible: true,
        backup_state: true,
      })),
      mfa_config: { auth_app_set_up: false, totp_enabled: true, security_keys_enabled: false },
    },
    sessions: [],
  },
  links: [],
};

/** As much of Hanko's API as its profile asks for to show a person who is signed in. */
export function hankoApi(request: Http2ServerRequest, response: Http2ServerResponse): boolean {
  const { pathname } = new URL(request.url, 'https://localhost');
  const answer = { '/sessions/validate': session, '/profile': profile }[pathname];
  if (answer === undefined) return false;
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(answer));
  return true;
}
