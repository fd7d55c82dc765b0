import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import {
  deviceQueries,
  getDevice,
  refreshDevices,
  removeDevice,
  revokeAllSessions,
  trustDevice,
  untrustDevice,
} from '../../api/devices.ts';
import { RefusedError } from '../../api/errors.ts';
import { useIsSignedIn } from '../../api/tokens.ts';
import { useRevokeSessions } from '../../devices/use-revoke-sessions.ts';
import { type MfaError, readError } from './read-error.ts';
import { type Action, useAction } from './use-action.ts';

export interface AccountSession {
  id: string;
  deviceName: string | undefined;
  ipAddress: string | undefined;
  location: string | undefined;
  startedAt: number | undefined;
  lastActivity: number | undefined;
  expiresAt: number | undefined;
  loginMethod: string | undefined;
  /** Whether it is this one. Undefined where the backend does not say. */
  isCurrent: boolean | undefined;
}

export interface AccountDevice {
  id: string;
  deviceName: string | undefined;
  deviceType: 'DESKTOP' | 'MOBILE' | 'TABLET' | undefined;
  os: string | undefined;
  browser: string | undefined;
  ipAddress: string | undefined;
  country: string | undefined;
  city: string | undefined;
  isTrusted: boolean;
  trustExpiresAt: number | undefined;
  lastSeen: number | undefined;
  /** Whether it is this one. Undefined where the backend does not say. */
  isCurrent: boolean | undefined;
}

export interface Sessions {
  sessions: readonly AccountSession[] | undefined;
  error: MfaError | undefined;
  readAgain: () => void;
  /** Ends these sessions, by id. `left` are those that could not be ended. */
  end: Action<readonly string[], { left: readonly string[] }>;
  /** Ends every session of the account, this one too. */
  endAll: Action<void>;
}

export interface Devices {
  devices: readonly AccountDevice[] | undefined;
  error: MfaError | undefined;
  readAgain: () => void;
  /** By id. It ends the device's sessions, too. */
  remove: Action<string>;
  /** By id. */
  trust: Action<string>;
  /** By id. It ends the device's sessions, too. */
  untrust: Action<string>;
}

/** The account's sessions. */
export function useSessions(): Sessions {
  const enabled = useIsSignedIn();
  const { data, error, refetch } = useQuery({ ...deviceQueries.sessions(), enabled });
  const revoke = useRevokeSessions();
  const end = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      const chosen = data?.entries.filter(({ id }) => ids.includes(id)) ?? [];
      const { left, error: cause } = await revoke.mutateAsync(chosen);
      // Each has its own answer: where some have ended, it is told which have not.
      if (cause instanceof Error && left.length === chosen.length) throw cause;
      return { left: left.map(({ id }) => id) };
    },
  });
  return {
    sessions: data?.entries.map((each) => ({
      id: each.id,
      deviceName: each.deviceName ?? undefined,
      ipAddress: each.ipAddress ?? undefined,
      location: each.location ?? undefined,
      startedAt: each.startedAt ?? undefined,
      lastActivity: each.lastActivity ?? undefined,
      expiresAt: each.expiresAt ?? undefined,
      loginMethod: each.loginMethod ?? undefined,
      isCurrent: each.isCurrent ?? undefined,
    })),
    error: error ? readError(error) : undefined,
    readAgain: () => void refetch(),
    end: useAction(end),
    endAll: useAction(useDeviceChange(() => revokeAllSessions())),
  };
}

/** The devices on which the account has signed in. */
export function useDevices(): Devices {
  const enabled = useIsSignedIn();
  const { data, error, refetch } = useQuery({ ...deviceQueries.list(), enabled });
  return {
    devices: data?.entries.map((each) => ({
      id: each.id,
      deviceName: each.deviceName ?? undefined,
      deviceType: each.deviceType ?? undefined,
      os: each.os ?? undefined,
      browser: each.browser ?? undefined,
      ipAddress: each.ipAddress ?? undefined,
      country: each.country ?? undefined,
      city: each.city ?? undefined,
      isTrusted: each.isTrusted,
      trustExpiresAt: each.trustExpiresAt ?? undefined,
      lastSeen: each.lastSeen ?? undefined,
      isCurrent: each.isCurrent ?? undefined,
    })),
    error: error ? readError(error) : undefined,
    readAgain: () => void refetch(),
    remove: useAction(useDeviceChange(removeDevice)),
    trust: useAction(useDeviceChange(trustById)),
    untrust: useAction(useDeviceChange(untrustDevice)),
  };
}

/** Only a device's details have what the backend wants to trust it. */
async function trustById(id: string): Promise<unknown> {
  const { deviceFingerprint } = await getDevice(id);
  if (!deviceFingerprint) throw new RefusedError('', { status: 404, reference: '' });
  return trustDevice(deviceFingerprint);
}

function useDeviceChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Also after a failure: the change may have been made though its answer got lost.
    onSettled: () => refreshDevices(queryClient),
  });
}
