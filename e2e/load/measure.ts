import type { Call, Driven } from './drive.ts';
import { drive } from './drive.ts';
import { password } from './seed.ts';
import type { seed } from './seed.ts';

type Seeded = Awaited<ReturnType<typeof seed>>;

export interface Measured extends Driven {
  name: string;
}

/** Runs each call of the table, and afterwards `after` with its name. */
export async function measure(
  url: string,
  seconds: number,
  { people, senders, linkTokens }: Seeded,
  after: (name: string) => Promise<void>,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  const run = async (
    name: string,
    next: (connection: number) => Call | undefined,
    isAll = false,
  ) => {
    const connections = name === 'login' ? 2 : 10;
    const driven = await drive({ url, connections, seconds: isAll ? 120 : seconds, next });
    measured.push({ name, ...driven });
    await after(name);
  };
  const read = (path: string) => {
    let turn = 0;
    return (): Call => ({ method: 'GET', path, token: tokenOf(people, (turn += 1)) });
  };
  await drive({ url, connections: 10, seconds: 3, next: read('/mfa/status') });
  await after('warm-up');
  await run('status', read('/mfa/status'));
  await run('methods', read('/mfa/methods'));
  // Each connection has its own person, so that every call changes something.
  const turns = people.map(() => 0);
  await run('primary', (connection) => {
    const turn = (turns[connection] ?? 0) + 1;
    turns[connection] = turn;
    const mfaType = turn % 2 === 1 ? 'MAGIC_LINK' : 'GOOGLE_AUTH';
    const token = tokenOf(people, connection);
    return { method: 'POST', path: '/mfa/primary', token, body: { mfaType } };
  });
  const waiting = senders.map(({ token }) => token);
  await run(
    'send',
    () => fromQueue(waiting, (token) => ({ ...post('/mfa/magic-link/send'), token })),
    true,
  );
  // Each link is sent twice, the second time right after the first.
  const links = linkTokens.flatMap((token) => [token, token]);
  await run(
    'activate',
    () => fromQueue(links, (token) => ({ ...post('/mfa/magic-link/activate'), body: { token } })),
    true,
  );
  let turn = 0;
  await run('login', () => {
    turn += 1;
    const { email } = people[turn % people.length] ?? { email: '' };
    return { ...post('/user/login'), body: { email, password } };
  });
  await run('status', read('/mfa/status'));
  return measured;
}

const post = (path: string) => ({ method: 'POST', path }) as const;

function tokenOf(people: Seeded['people'], turn: number): string {
  return people[turn % people.length]?.token ?? '';
}

function fromQueue(queue: string[], call: (item: string) => Call): Call | undefined {
  const item = queue.pop();
  return item === undefined ? undefined : call(item);
}
