import { useMutation } from '@tanstack/react-query';

import { signOut } from '../api/account.ts';

/** Signs out here and in every other tab, whether or not the server can be reached. */
export function useSignOut() {
  return useMutation({ mutationFn: signOut });
}
