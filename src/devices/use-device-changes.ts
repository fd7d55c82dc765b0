import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';

import {
  deviceQueries,
  refreshDevices,
  removeDevice,
  rereadDevices,
  trustDevice,
  untrustDevice,
} from '../api/devices.ts';
import { serverNow } from '../api/server-clock.ts';
import { paths } from '../lib/paths.ts';
import { announce } from '../ui/live-region.tsx';
import { isTrustedAt } from './describe-device.ts';

/** Trusts the device with this fingerprint. */
export function useTrust() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: trustDevice,
    onSettled: () => refreshDevices(queryClient),
  });
}

/** Stops trusting a device, and closes the question once it is no longer trusted. */
export function useUntrust(id: string, close: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => untrustDevice(id),
    onSettled: async (_, error) => {
      await refreshDevices(queryClient);
      const device = queryClient.getQueryData(deviceQueries.details(id).queryKey);
      // Also after a failure: it may have happened though its answer got lost.
      if (!error || (device && !isTrustedAt(device, serverNow()))) close();
    },
  });
}

/** Leads to the list once it has been refetched. */
export function useRemove(id: string, name: string) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => removeDevice(id),
    // Also after a failure: it may have been removed though the answer got lost.
    onSettled: async (_, error) => {
      const list = await rereadDevices(queryClient).catch(() => undefined);
      const isGone = list && !list.entries.some((device) => device.id === id);
      if (isGone) announce(t`${name} was removed.`);
      if (isGone || !error) await navigate(paths.devices, { replace: true });
      // The list has just been read.
      await refreshDevices(queryClient, list && deviceQueries.list().queryKey);
    },
  });
}
