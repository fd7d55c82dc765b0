import './words.ts';

import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

import { isOffline } from '../../api/errors.ts';
import { readLinkMark } from '../../api/link-mark.ts';
import { useIsSignedIn } from '../../api/tokens.ts';
import type { EmailedLink } from '../../lib/emailed-link.ts';
import { paths } from '../../lib/paths.ts';
import { Redirect } from '../../lib/redirect.tsx';
import { hasTokenShape } from '../../lib/token-shape.ts';
import { readSignInLinkResult } from './sign-in-link-result.ts';
import { SignInLinkEnded } from './sign-in-link-ended.tsx';
import { ConfirmSignIn, IncompleteLink, OpenElsewhere, Working } from './sign-in-link-steps.tsx';
import { useSignInLink } from './use-sign-in-link.ts';

/**
 * The page behind the link for signing in. It goes on with the session that asked for the link, by
 * itself only where this browser asked: a mail scanner has no session, and signs nobody in.
 */
export function SignInLinkPage({ link }: { link: EmailedLink | undefined }) {
  const result = readSignInLinkResult(useLocation().state);
  const isSignedIn = useIsSignedIn();
  const { post, isPending, error } = useSignInLink();
  const usable = link && hasTokenShape(link.token) ? link : undefined;

  useEffect(() => {
    const isExpected = isSignedIn && readLinkMark() !== undefined;
    // Once, for the link that this page was opened with: what comes later is for the person to ask.
    if (usable && !usable.isPosted && isExpected) post(usable);
  }, [post, usable, isSignedIn]);

  // Another link pasted into this tab with only its fragment changed does not reload by itself.
  useEffect(() => {
    const reload = () => window.location.reload();
    window.addEventListener('hashchange', reload);
    return () => window.removeEventListener('hashchange', reload);
  }, []);

  if (isPending) return <Working />;
  const retry = usable && (() => post(usable));
  // Signed out since, in this tab or another.
  if (result === 'done' && !isSignedIn) return <Redirect to={paths.signIn()} />;
  if (result) return <SignInLinkEnded result={result} error={error} onRetry={retry} />;
  if (!usable) return <IncompleteLink />;
  // The page was left before the answer came.
  if (usable.isPosted && !isOffline(error))
    return <SignInLinkEnded result="unknown" error={error} onRetry={retry} />;
  if (!isSignedIn) return <OpenElsewhere />;
  return <ConfirmSignIn isOffline={isOffline(error)} onConfirm={() => post(usable)} />;
}
