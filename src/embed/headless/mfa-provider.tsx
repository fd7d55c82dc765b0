import { type ReactElement, type ReactNode, useLayoutEffect, useState } from 'react';

import { changeEvent, followGiven, followHost } from '../../api/host-session.ts';
import { followChanges } from '../../api/mfa.ts';
import { observe } from '../../api/observe.ts';
import { createQueryClient } from '../../api/query-client.ts';
import { forgetWithSession } from '../../session/follow-session.ts';
import { give, readOptions } from '../given.ts';
import type { SettingsOptions } from '../options.ts';
import { Client } from './query.ts';

/** The options of the settings that are not about screens. `locale` is the language of mails. */
export interface MfaProviderProps extends Pick<
  SettingsOptions,
  'session' | 'backendUrl' | 'methods' | 'issuer' | 'locale' | 'onEvent' | 'onBeforeAction'
> {
  children?: ReactNode;
}

let isShown = false;

/**
 * Gives the hooks below it a session and a backend. It brings nothing to see, also on a server.
 * @throws Error where the page has another one at the same time: a page has one session
 */
export function MfaProvider({ children, ...options }: MfaProviderProps): ReactElement {
  const [queryClient] = useState(createQueryClient);
  // Before any effect of the hooks, which send requests.
  useLayoutEffect(() => {
    give(options);
    followGiven();
  });
  useLayoutEffect(() => {
    if (isShown) throw new Error('This page has an <MfaProvider> already.');
    isShown = true;
    observe((event) => readOptions().onEvent?.(event));
    const stops = [forgetWithSession(queryClient), followChanges(queryClient)];
    window.addEventListener(changeEvent, followHost);
    return () => {
      isShown = false;
      observe(() => undefined);
      for (const stop of stops) stop();
      window.removeEventListener(changeEvent, followHost);
      queryClient.clear();
    };
  }, [queryClient]);
  return <Client value={queryClient}>{children}</Client>;
}
