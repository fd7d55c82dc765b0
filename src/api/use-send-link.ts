import { useMutation, useQueryClient } from '@tanstack/react-query';

import { leaveLinkMark, linkMarkQuery, markedAccount } from './link-mark.ts';
import { sendMagicLink } from './mfa.ts';
import { serverNow } from './server-clock.ts';

/** Sends a link to the account's own address, and leaves the mark that this browser asked for it. */
export function useSendLink() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: sendMagicLink,
    onMutate: markedAccount,
    onSuccess: (_answer, _nothing, account) => {
      leaveLinkMark(serverNow(), account);
      return queryClient.invalidateQueries(linkMarkQuery());
    },
  });
}
