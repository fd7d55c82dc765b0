import { useMutation } from '@tanstack/react-query';

import { setUpMagicLink } from '../../../api/set-up.ts';
import { useSendLink } from '../../../api/link-mark.ts';

/** Sets magic links up for the account's own address, and sends the link that turns them on. */
export function useSetUpMagicLink() {
  const sendLink = useSendLink();
  return useMutation({
    mutationFn: async (email: string) => {
      await setUpMagicLink(email);
      await sendLink.mutateAsync();
    },
  });
}
