import { useMutation, useQueryClient } from '@tanstack/react-query';

import { signIn } from '../../api/sign-in.ts';
import { signingInAsQuery } from '../signing-in-as-query.ts';

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => signIn(credentials),
    // After the new session has cleared what was known of the last one.
    onSuccess: (_, { email }) => queryClient.setQueryData(signingInAsQuery().queryKey, email),
    // A password stays in no cache.
    gcTime: 0,
  });
}
