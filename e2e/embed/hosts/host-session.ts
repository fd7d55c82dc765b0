import type { PlannedAction, SettingsOptions, TokenSession } from 'mfa-settings';

interface Kept {
  accessToken?: string;
  refreshToken?: string;
  provenAt?: number | null | undefined;
  user?: { id: string; email?: string };
}

const read = (): Kept => JSON.parse(localStorage.getItem('host') ?? '{}') as Kept;
const keep = (tokens: object) =>
  localStorage.setItem('host', JSON.stringify({ ...read(), ...tokens }));

/** The session of a host that keeps its tokens itself. A test signs in before. */
export const session: TokenSession = {
  get accessToken() {
    return read().accessToken;
  },
  get user() {
    return read().user;
  },
  get provenAt() {
    return read().provenAt ?? undefined;
  },
  async renew() {
    const answer = await fetch('/user/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refresh_token: read().refreshToken }),
    });
    if (answer.ok) keep((await answer.json()) as object);
    else localStorage.removeItem('host');
  },
  keep,
  signIn: (returnTo) => {
    document.title = `Signing in, to go on at ${returnTo}`;
  },
  signOut: () => localStorage.removeItem('host'),
};

/** What the address of the page asks for, such as `?locale=de&readOnly=true`; JSON where it is no text. */
export function readWishes(): Omit<SettingsOptions, 'session'> {
  const { stop, ...wishes } = Object.fromEntries(
    [...new URLSearchParams(window.location.search)].map(([name, value]) => [
      name,
      /^[[{]|^true$/.test(value) ? (JSON.parse(value) as unknown) : value,
    ]),
  );
  const onBeforeAction = async ({ action }: PlannedAction) => {
    // A host that asks somebody else takes its time.
    await Promise.resolve();
    return action !== stop;
  };
  return { ...wishes, ...(stop !== undefined && { onBeforeAction }) };
}
