import { useMutation } from '@tanstack/react-query';

import { signIn } from '../../api/sign-in.ts';

export function useSignIn() {
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => signIn(credentials),
    // A password stays in no cache.
    gcTime: 0,
  });
}
