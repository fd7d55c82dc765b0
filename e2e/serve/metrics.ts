import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../backend/database/open-database.ts';
import { outbox } from '../backend/database/schema.ts';
import { logFailure } from '../backend/log.ts';
import type { AnsweredCall } from '../backend/services.ts';

/** What the server counts and measures, in Prometheus' form. No label says anything about a person. */
export interface Metrics {
  countCall: (call: AnsweredCall) => void;
  /** Answers `GET /metrics` on a port of its own. 0: any free one. */
  listen(host: string, port: number, database: Database): Promise<{ port: number; stop(): void }>;
}

export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const calls = new Histogram({
    name: 'mfa_call_duration_seconds',
    help: 'How long the calls of the API took, by the pattern of their path',
    labelNames: ['method', 'path', 'status'],
    // argon2 takes up to a third of a second.
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  });
  return {
    countCall: ({ method, path, status, milliseconds }) =>
      calls.observe({ method, path, status }, milliseconds / 1000),
    listen: async (host, port, database) => {
      measureOutbox(register, database);
      const server = createServer((request, response) => {
        const isAsked = request.url?.split('?', 1)[0] === '/metrics';
        if (!isAsked) return void response.writeHead(404).end();
        if (request.method !== 'GET') return void response.writeHead(405, { Allow: 'GET' }).end();
        register.metrics().then(
          (text) => response.writeHead(200, { 'Content-Type': register.contentType }).end(text),
          (error: unknown) => {
            logFailure('The metrics could not be read', error);
            response.writeHead(500).end();
          },
        );
      });
      server.listen(port, host);
      await once(server, 'listening');
      return {
        port: (server.address() as AddressInfo).port,
        stop: () => {
          server.close();
          server.closeAllConnections();
        },
      };
    },
  };
}

/** Mails about changes wait in the database until a mail server has taken them. */
function measureOutbox(register: Registry, database: Database): void {
  const mails = new Gauge({
    name: 'mfa_outbox_mails',
    help: 'Mails about changes that no mail server has taken yet',
    registers: [register],
    collect: async () => {
      const [row] = await database.select({ waiting: sql`count(*)`.mapWith(Number) }).from(outbox);
      mails.set(row?.waiting ?? 0);
    },
  });
}
