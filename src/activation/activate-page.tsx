import './words.ts';

import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

import { isOffline } from '../api/errors.ts';
import { readLinkMark } from '../api/link-mark.ts';
import type { EmailedLink } from '../lib/emailed-link.ts';
import { hasTokenShape } from '../lib/token-shape.ts';
import { type ActivationStage, ActivationView } from './activation-view.tsx';
import { readResult, wasTaken } from './outcome.ts';
import { useActivation } from './use-activation.ts';

/**
 * The page behind the emailed link. It posts by itself only where this browser asked for the link:
 * mail scanners open links and run their scripts, and would use it up before its owner sees it.
 */
export function ActivatePage({ link }: { link: EmailedLink | undefined }) {
  const { state } = useLocation();
  const result = readResult(state);
  const { post, isPending, error } = useActivation();
  const usable = link && hasTokenShape(link.token) ? link : undefined;

  useEffect(() => {
    const isExpected = readLinkMark() !== undefined;
    // Once, for the link that this page was opened with: what comes later is for the person to ask.
    if (usable && !usable.isPosted && isExpected) post(usable);
  }, [post, usable]);

  // Another link pasted into this tab with only its fragment changed does not reload by itself.
  useEffect(() => {
    const reload = () => window.location.reload();
    window.addEventListener('hashchange', reload);
    return () => window.removeEventListener('hashchange', reload);
  }, []);

  function stage(): ActivationStage {
    if (isPending) return { kind: 'working' };
    if (result) return { kind: 'ended', result, error };
    if (!link && wasTaken(state)) return { kind: 'to-open-again' };
    if (!usable) return { kind: 'incomplete' };
    if (isOffline(error)) return { kind: 'offline' };
    if (usable.isPosted) return { kind: 'ended', result: { outcome: 'unknown' }, error };
    return { kind: 'confirm' };
  }

  return <ActivationView stage={stage()} onPost={usable && (() => post(usable))} />;
}
