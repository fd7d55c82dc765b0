import { useMutation, useQueryClient } from '@tanstack/react-query';

import { signIn } from '../../api/sign-in.ts';
import { profileQuery } from '../../api/account.ts';

/** The proof where no method is on: the password once more, for the account that is signed in. */
export function useProveByPassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (password: string) => {
      const { email } = await queryClient.query(profileQuery());
      await signIn({ email, password }, 'verified');
    },
    // A password stays in no cache.
    gcTime: 0,
  });
}
