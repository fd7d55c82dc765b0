/* What the types of the package allow and refuse. Nothing runs this. */
import type { MfaSettingsProps } from 'mfa-settings';
import 'mfa-settings/element';
import 'mfa-settings/element/jsx';
import type sentences from 'mfa-settings/messages.json';
import { session } from './host-session.ts';

export const props = {
  session,
  theme: 'dark',
  locale: 'pt-BR',
  messages: { Methods: 'Ways to sign in' },
  methods: ['PASSKEY'],
  routing: { base: '/account/security' },
  onEvent: (event) => event.type === 'action-done' && event.action === 'turn-on',
  onBeforeAction: ({ action, method }) => action !== 'reset' && method !== 'MAGIC_LINK',
} satisfies MfaSettingsProps;

export const none = {
  // @ts-expect-error -- A session cannot be left out.
  session: undefined,
  // @ts-expect-error -- No such theme.
  theme: 'blue',
  // @ts-expect-error -- No such method.
  methods: ['SMS'],
} satisfies MfaSettingsProps;

export const words: Partial<typeof sentences> = {
  Methods: 'Ways to sign in',
  // @ts-expect-error -- No such sentence.
  Method: 'Way to sign in',
};

const element = document.createElement('mfa-settings');
element.session = session;
element.beforeAction = async ({ action }) => action !== 'reset';
element.addEventListener('mfa-event', ({ detail }) => detail.type === 'page-opened' && detail.page);
// @ts-expect-error -- Words are text.
element.messages = { Methods: 1 };

export const settings = (
  <mfa-settings
    session={session}
    theme="dark"
    support-email="help@example.com"
    readOnly
    onmfa-event={({ detail }) => detail.type}
  />
);
