import type { Config } from '../api/config.ts';
import type { CookieHost, TokenHost } from '../api/the-host.ts';
import type { SettingsOptions } from './options.ts';

/*
 * What the page around the settings has given. The library's build puts this module in the place of
 * api/config.ts, api/backend-url.ts, api/the-host.ts, lib/page-root.ts and ui/use-page-title.ts, which are
 * about a page of our own.
 */

/** Undefined before the settings show for the first time. */
let given: SettingsOptions | undefined;
let root: ShadowRoot | undefined;

export let backendUrl = '';

export const config: Config = { supportEmail: '', forgotPasswordUrl: undefined };

/** @param shadow where the settings are, if they have screens */
export function give(options: SettingsOptions, shadow?: ShadowRoot): void {
  given = options;
  root = shadow;
  backendUrl = (options.backendUrl ?? '').replace(/\/+$/, '');
  config.supportEmail = options.supportEmail ?? '';
  config.forgotPasswordUrl = options.forgotPasswordUrl;
  assign('issuer', options.issuer);
  assign('methods', options.methods);
}

function assign<Key extends 'issuer' | 'methods'>(key: Key, value: Config[Key] | undefined): void {
  if (value === undefined) delete config[key];
  else config[key] = value;
}

export const readOptions = (): Partial<SettingsOptions> => given ?? {};

export const isReadOnly = (): boolean => given?.readOnly === true;

export const hostOrNone = (): TokenHost | CookieHost | undefined => given?.session;

export function theHost(): TokenHost | CookieHost {
  const host = hostOrNone();
  if (!host) throw new Error('The settings need a session: see the property `session`.');
  return host;
}

export const pageRoot = (): Document | ShadowRoot => root ?? document;

/** The title is the page's. */
export function usePageTitle(): void {}
