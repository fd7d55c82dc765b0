import { activatePath, isSentEarly } from '../api/early.ts';
import { isOffline } from '../api/errors.ts';
import { readLinkMark } from '../api/link-mark.ts';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { paths } from '../lib/paths.ts';
import { useEmailedLink, useKeepResult } from '../lib/use-emailed-link.ts';
import { addWords } from '../lib/words.ts';
import { ActivationOutcome } from './activation-outcome.tsx';
import {
  ConfirmActivation,
  IncompleteLink,
  LinkToOpenAgain,
  OfflineActivation,
  Working,
} from './activation-steps.tsx';
import { messages } from './locales/en.po';
import { readResult } from './outcome.ts';
import { useActivation } from './use-activation.ts';

addWords(messages);

/** The page behind the emailed link that turns magic links on. It needs no session. */
export function ActivatePage({ link }: { link: EmailedLink | undefined }) {
  const activation = useActivation(useKeepResult(paths.activate));
  const { error } = activation;
  const { stage, post } = useEmailedLink({
    link,
    mutation: activation,
    isUnsent: isOffline(error),
    // Where the early script has posted the link, its answer is on its way.
    wasAskedHere: () => isSentEarly(activatePath) || readLinkMark() !== undefined,
    readResult,
  });

  switch (stage.kind) {
    case 'incomplete':
      return <IncompleteLink />;
    case 'to-open-again':
      return <LinkToOpenAgain />;
    case 'offline':
      return <OfflineActivation onRetry={post} />;
    case 'confirm':
      return <ConfirmActivation onConfirm={post} />;
    case 'working':
      return <Working />;
    case 'unknown':
      return <ActivationOutcome result={{ outcome: 'unknown' }} error={error} onRetry={post} />;
    case 'ended':
      return <ActivationOutcome result={stage.result} error={error} onRetry={post} />;
  }
}
