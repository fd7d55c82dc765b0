'use client';

import { type CSSProperties, type ReactElement, useEffect, useRef, useState } from 'react';

import type { Mounted } from './mount.tsx';
import type { SettingsOptions } from './options.ts';

export type * from './options.ts';

export interface MfaSettingsProps extends SettingsOptions {
  /** Of the element around the settings. */
  id?: string | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * The settings page of multi-factor authentication. It renders nothing on a server, and loads its code when
 * it shows. What fails to load is thrown, so that an error boundary of the page can tell of it.
 */
export function MfaSettings({ id, className, style, ...options }: MfaSettingsProps): ReactElement {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef<SettingsOptions>(options);
  const mounted = useRef<Mounted>(undefined);
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    latest.current = options;
    mounted.current?.update(options);
  });
  useEffect(() => {
    let isGone = false;
    async function show() {
      try {
        const { mountSettings } = await import('./mount.tsx');
        if (!isGone && element.current)
          mounted.current = mountSettings(element.current, latest.current);
      } catch (error) {
        setFailure({ error });
      }
    }
    void show();
    return () => {
      isGone = true;
      mounted.current?.unmount();
      mounted.current = undefined;
    };
  }, []);
  if (failure) throw failure.error;
  return <div ref={element} id={id} className={className} style={style} />;
}
