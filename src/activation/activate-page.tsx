import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

import { readLinkMark } from '../api/link-mark.ts';
import { type EmailedLink, hasTokenShape } from '../lib/emailed-link.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { ActivationOutcome } from './activation-outcome.tsx';
import {
  ConfirmActivation,
  IncompleteLink,
  OfflineActivation,
  Working,
} from './activation-steps.tsx';
import { readResult } from './outcome.ts';
import { useActivation } from './use-activation.ts';

/**
 * The page behind the emailed link. It posts by itself only where this browser asked for the link:
 * mail scanners open links and run their scripts, and would use it up before its owner sees it.
 */
export function ActivatePage({ link }: { link: EmailedLink | undefined }) {
  const result = readResult(useLocation().state);
  const isOnline = useIsOnline();
  const activation = useActivation();
  const isUsable = link !== undefined && hasTokenShape(link.token);
  const isExpected = isUsable && !link.isPosted && !result && readLinkMark() !== undefined;
  const { mutate } = activation;

  useEffect(() => {
    if (isExpected && navigator.onLine) mutate(link);
    // Once, for the link that this page was opened with: what changes later is for the person to ask.
  }, [mutate, link]);

  // Another link pasted into this tab with only its fragment changed does not reload by itself.
  useEffect(() => {
    const reload = () => window.location.reload();
    window.addEventListener('hashchange', reload);
    return () => window.removeEventListener('hashchange', reload);
  }, []);

  const post = isUsable ? () => mutate(link) : undefined;
  if (activation.isPending) return <Working />;
  if (result) {
    return (
      <ActivationOutcome
        result={result}
        error={activation.error}
        onRetry={result.outcome === 'unknown' ? post : undefined}
      />
    );
  }
  if (!isUsable) return <IncompleteLink />;
  if (link.isPosted) {
    return <ActivationOutcome result={{ outcome: 'unknown' }} error={null} onRetry={post} />;
  }
  if (!isOnline) return <OfflineActivation />;
  return <ConfirmActivation onConfirm={() => mutate(link)} />;
}
