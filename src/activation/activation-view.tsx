import { ActivationOutcome } from './activation-outcome.tsx';
import {
  ConfirmActivation,
  IncompleteLink,
  LinkToOpenAgain,
  OfflineActivation,
  Working,
} from './activation-steps.tsx';
import type { ActivationResult } from './outcome.ts';

/** Where opening the link stands. */
export type ActivationStage =
  | { kind: 'incomplete' }
  | { kind: 'to-open-again' }
  | { kind: 'offline' }
  | { kind: 'confirm' }
  | { kind: 'working' }
  | { kind: 'ended'; result: ActivationResult; error: Error | null };

interface Props {
  stage: ActivationStage;
  /** Present while the token is in memory. */
  onPost: (() => void) | undefined;
}

export function ActivationView({ stage, onPost }: Props) {
  switch (stage.kind) {
    case 'incomplete':
      return <IncompleteLink />;
    case 'to-open-again':
      return <LinkToOpenAgain />;
    case 'offline':
      return <OfflineActivation onRetry={onPost} />;
    case 'confirm':
      return <ConfirmActivation onConfirm={onPost} />;
    case 'working':
      return <Working />;
    case 'ended':
      return <ActivationOutcome result={stage.result} error={stage.error} onRetry={onPost} />;
  }
}
