import { Agent, request } from 'node:http';
import { createHistogram } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  token?: string;
  body?: unknown;
}

export interface Load {
  url: string;
  connections: number;
  /** The time limit. */
  seconds: number;
  /** Returns the next call of a connection, or undefined when none is left. */
  next: (connection: number) => Call | undefined;
}

export interface Driven {
  /** The number of answers by status. */
  statuses: Record<number, number>;
  /** Requests that got no answer. */
  errors: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Keeps each connection busy with one call after the other. */
export async function drive({ url, connections, seconds, next }: Load): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = createHistogram();
  const statuses: Driven['statuses'] = {};
  let errors = 0;
  const start = performance.now();
  const isTimeLeft = () => performance.now() - start < seconds * 1000;
  const work = async (_: unknown, connection: number) => {
    for (let call = next(connection); call; call = isTimeLeft() ? next(connection) : undefined) {
      const sent = performance.now();
      const status = await post(agent, url, call).catch(() => undefined);
      times.record(Math.max(1, Math.round((performance.now() - sent) * 1000)));
      if (status === undefined) errors += 1;
      else statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const took = (performance.now() - start) / 1000;
  agent.destroy();
  const milliseconds = (percentile: number) => times.percentile(percentile) / 1000;
  return {
    statuses,
    errors,
    perSecond: times.count / took,
    p50: milliseconds(50),
    p99: milliseconds(99),
  };
}

function post(agent: Agent, url: string, { method, path, token, body }: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}${path}`,
      {
        agent,
        method,
        timeout: 20_000,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
      },
      (response) => {
        text(response).then(() => resolve(response.statusCode ?? 0), reject);
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('No answer')));
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
