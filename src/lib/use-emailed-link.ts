import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import * as v from 'valibot';

import { type EmailedLink, hasTokenShape } from './emailed-link.ts';

/** How far a page behind an emailed link has got. */
export type LinkStage<Result> =
  | { kind: 'working' }
  /** Posted, with a known result: from the answer, or from the history after a reload. */
  | { kind: 'ended'; result: Result }
  /** Reloaded before anything was posted. The token is gone from memory, but the link still works. */
  | { kind: 'to-open-again' }
  /** There is no token, or it has been cut. */
  | { kind: 'incomplete' }
  /** The last post failed before it left this device. */
  | { kind: 'offline' }
  /** Posted, but the page was left before the answer came. */
  | { kind: 'unknown' }
  /** Waiting for a click. */
  | { kind: 'confirm' };

interface Options<Result> {
  link: EmailedLink | undefined;
  /** Posts the token, and hands the result to `useKeepResult` before it settles. */
  mutation: { mutate: (token: string) => void; isPending: boolean };
  /** Whether the mutation's last error happened before the request left this device. */
  isUnsent: boolean;
  /** Whether this browser asked for the link, and for the account that is signed in now. */
  wasAskedHere: () => boolean;
  /** Whether the page has what it needs to post by itself, such as a session. */
  isReady?: boolean;
  /** Whether the token has the right shape; that of a JSON Web Token by default. */
  isToken?: (token: string) => boolean;
  /** Reads what `useKeepResult` kept. Everything in a history entry is untrusted. */
  readResult: (state: unknown) => Result | undefined;
}

/**
 * The rules of every page behind an emailed link (security requirement A1). It posts the token once by
 * itself, and only where this browser asked for the link: mail scanners open links and run their
 * scripts, and would use the link up. Everywhere else, and for any retry, it waits for a click.
 *
 * It lives in lib because the activation and session rooms share it. Only their lazy pages load it.
 */
export function useEmailedLink<Result>(options: Options<Result>) {
  const { link, mutation, isUnsent, isReady = true, isToken = hasTokenShape, readResult } = options;
  const { mutate } = mutation;
  const { state } = useLocation();
  const usable = link && isToken(link.token) ? link : undefined;

  const post = useCallback(
    (posted: EmailedLink) => {
      // At once, because a second click can come before the mutation is pending.
      posted.isPosted = true;
      mutate(posted.token);
    },
    [mutate],
  );

  // Read only when the page opens, so that a link asked for later doesn't post this one.
  const wasAskedHere = useEffectEvent(options.wasAskedHere);
  useEffect(() => {
    if (isReady && usable && !usable.isPosted && wasAskedHere()) post(usable);
  }, [post, usable, isReady]);

  // A browser doesn't reload by itself when another link is pasted whose fragment alone differs.
  useEffect(() => {
    const reload = () => window.location.reload();
    window.addEventListener('hashchange', reload);
    return () => window.removeEventListener('hashchange', reload);
  }, []);

  function stage(): LinkStage<Result> {
    if (mutation.isPending) return { kind: 'working' };
    const result = readResult(state);
    if (result !== undefined) return { kind: 'ended', result };
    if (!link && wasTaken(state)) return { kind: 'to-open-again' };
    if (!usable) return { kind: 'incomplete' };
    if (isUnsent) return { kind: 'offline' };
    return { kind: usable.isPosted ? 'unknown' : 'confirm' };
  }

  return {
    stage: stage(),
    /** For a click. Present while a usable token is in memory. */
    post: usable && (() => post(usable)),
  };
}

/**
 * Keeps the result in this page's history entry, so that a reload shows it again. Never a token. Resolves when
 * the page shows it: the router takes its time, and a mutation that settles before would have no result yet.
 */
export function useKeepResult(path: string) {
  const navigate = useNavigate();
  const { key } = useLocation();
  const isHere = useRef(false);
  const wasShown = useRef<() => void>(undefined);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      wasShown.current?.();
    };
  }, [key]);
  return async (result: object) => {
    const shown = new Promise<void>((resolve) => (wasShown.current = resolve));
    await navigate(path, { replace: true, state: result });
    // Whoever has left the page waits for nothing.
    if (isHere.current) await shown;
  };
}

/** Whether `takeEmailedLink` took a token out of this history entry's address. */
export function wasTaken(state: unknown): boolean {
  const read = v.safeParse(v.object({ wasTaken: v.boolean() }), state);
  return read.success && read.output.wasTaken;
}
