import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';

import { profileQuery } from './account.ts';
import type { UpdateUserBody } from './contract-password.ts';
import { refreshDevices } from './devices.ts';
import { request } from './request.ts';

export const updateUser = (id: string, body: UpdateUserBody) =>
  request({
    method: 'PUT',
    path: `/user/${encodeURIComponent(id)}`,
    body,
    answer: v.unknown(),
  });

/** Mails a link, if there is such an account. The answer never says whether there is. */
export const requestPasswordReset = (email: string) =>
  request({
    method: 'POST',
    path: '/user/request-reset-password',
    body: { email },
    answer: v.unknown(),
    isOpen: true,
  });

/** @param token from the emailed link; it works once */
export const resetPassword = (token: string, newPassword: string) =>
  request({
    method: 'POST',
    path: '/user/reset-password',
    body: { token, newPassword },
    answer: v.unknown(),
    isOpen: true,
  });

/** Changes the password of the account that is signed in. */
export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (password: string) => {
      const { id } = await queryClient.query(profileQuery());
      await updateUser(id, { password });
    },
    // So that no cache keeps a password.
    gcTime: 0,
    // The other sessions may have ended with it.
    onSettled: () => refreshDevices(queryClient),
  });
}
