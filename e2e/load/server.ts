/**
 * Serves the backend over HTTP, in one process or several on one port. Its one argument configures
 * it.
 */
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { startBackend } from '../backend/start-backend.ts';
import type { ServerOrders } from './start-server.ts';

const orders = JSON.parse(process.argv[2] ?? '') as ServerOrders;
const { processes, secretKey, ...options } = orders;

if (cluster.isPrimary) {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  cluster.setupPrimary({
    exec: path.join(import.meta.dirname, '../../node_modules/jiti/lib/jiti-cli.mjs'),
    args: [import.meta.filename, JSON.stringify(orders)],
  });
  let isStopping = false;
  let alive = processes;
  cluster.on('exit', () => {
    // A worker that ends under load is a finding, so stop instead of going on without it.
    if (!isStopping) process.exit(1);
    alive -= 1;
    if (alive === 0) process.exit(0);
  });
  for (let index = 0; index < processes; index += 1) cluster.fork();
  let ready = 0;
  cluster.on('listening', (_worker, { port }) => {
    ready += 1;
    if (ready === processes) process.send?.({ port });
  });
  cluster.on('message', (_worker, memory) => process.send?.(memory));
  process.on('message', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.send('memory');
  });
  process.once('SIGTERM', () => {
    isStopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
  });
} else {
  const backend = await startBackend({
    ...options,
    secretKey: Buffer.from(secretKey, 'hex'),
    demo: false,
  });
  const answer = getRequestListener((request, { incoming }) =>
    backend.fetch(request, incoming.socket.remoteAddress),
  );
  const server = createServer((request, response) => void answer(request, response));
  server.listen(orders.port, '127.0.0.1');
  process.on('message', () => {
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    process.send?.({ heapUsed, rss });
  });
  process.once('SIGTERM', () => {
    server.closeAllConnections();
    server.close();
    // Wait until all mails have arrived.
    void backend
      .mailsSent()
      .then(() => backend.close())
      .then(() => process.exit(0));
  });
}
