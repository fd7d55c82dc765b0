import { useMutation, useQueryClient } from '@tanstack/react-query';

import { profileQuery } from '../../api/account.ts';
import { signIn } from '../../api/sign-in.ts';

/** Proves who it is by the password of the account that is signed in, where no method is on. */
export function useProveByPassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (password: string) => {
      const { email } = await queryClient.query(profileQuery());
      await signIn({ email, password }, 'verified');
    },
    // So that no cache keeps a password.
    gcTime: 0,
  });
}
