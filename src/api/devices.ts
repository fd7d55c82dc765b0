import { hashKey, type QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';

import {
  deviceAnswer,
  type Devices,
  devicesAnswer,
  heartbeatAnswer,
  type Sessions,
  sessionsAnswer,
  trustAnswer,
} from './contract-devices.ts';
import { request } from './request.ts';

export const getSessions = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/sessions', answer: sessionsAnswer, signal });

export const getDevices = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/devices', answer: devicesAnswer, signal });

export const getDevice = (id: string, signal?: AbortSignal) =>
  request({ method: 'GET', path: devicePath(id), answer: deviceAnswer, signal });

/** @param fingerprint the `deviceFingerprint` of the device's details */
export const trustDevice = (fingerprint: string) =>
  request({ method: 'POST', path: '/devices/trust', body: { fingerprint }, answer: trustAnswer });

/** Ends the device's sessions, too. */
export const untrustDevice = (id: string) =>
  request({ method: 'POST', path: `${devicePath(id)}/untrust`, answer: v.unknown() });

/** Ends the device's sessions, too. */
export const removeDevice = (id: string) =>
  request({ method: 'DELETE', path: devicePath(id), answer: v.unknown() });

export const revokeSession = (id: string) =>
  request({ method: 'POST', path: `${sessionPath(id)}/revoke`, answer: v.unknown() });

/** Ends every session of the account, this one too. */
export const revokeAllSessions = () =>
  request({ method: 'POST', path: '/sessions/revoke-all', answer: v.unknown() });

/** Says that somebody is using the session. */
export const sendHeartbeat = (id: string) =>
  request({ method: 'POST', path: `${sessionPath(id)}/heartbeat`, answer: heartbeatAnswer });

const devicePath = (id: string) => `/devices/${encodeURIComponent(id)}`;
const sessionPath = (id: string) => `/sessions/${encodeURIComponent(id)}`;

/** Who is signed in, and on what. One change can affect all of it. */
export const deviceQueries = {
  all: () => ['devices'] as const,
  sessions: () =>
    queryOptions({
      queryKey: [...deviceQueries.all(), 'sessions'],
      queryFn: ({ signal }) => getSessions(signal),
    }),
  list: () =>
    queryOptions({
      queryKey: [...deviceQueries.all(), 'list'],
      queryFn: ({ signal }) => getDevices(signal),
    }),
  details: (id: string) =>
    queryOptions({
      queryKey: [...deviceQueries.all(), 'details', id],
      queryFn: ({ signal }) => getDevice(id, signal),
    }),
};

/**
 * Refetches what is on screen. Await it before you report success.
 * @param fresh the key of what was read a moment ago
 */
export const refreshDevices = (queryClient: QueryClient, fresh?: QueryKey) =>
  queryClient.invalidateQueries({
    queryKey: deviceQueries.all(),
    predicate: ({ queryHash }) => !fresh || queryHash !== hashKey(fresh),
  });

/** Reads the sessions again. An answer on its way may be from before the change, so it is dropped. */
export async function rereadSessions(queryClient: QueryClient): Promise<Sessions> {
  const query = deviceQueries.sessions();
  await queryClient.cancelQueries(query);
  return queryClient.query({ ...query, staleTime: 0 });
}

/** Reads the devices again, as {@link rereadSessions} does. */
export async function rereadDevices(queryClient: QueryClient): Promise<Devices> {
  const query = deviceQueries.list();
  await queryClient.cancelQueries(query);
  return queryClient.query({ ...query, staleTime: 0 });
}
