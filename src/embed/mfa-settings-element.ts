import { type Mounted, mountSettings } from './mount.tsx';
import type { SettingsEvent, SettingsOptions } from './options.ts';

export type * from './options.ts';

/** What takes more than text. */
const properties = ['session', 'messages', 'methods', 'routing', 'beforeAction'] as const;

/** Attributes, and the options that they are. */
const attributes = {
  'backend-url': 'backendUrl',
  'forgot-password-url': 'forgotPasswordUrl',
  issuer: 'issuer',
  locale: 'locale',
  'support-email': 'supportEmail',
  theme: 'theme',
} as const satisfies Record<string, keyof SettingsOptions>;

type GivenByProperty = Pick<SettingsOptions, 'session' | 'messages' | 'methods' | 'routing'> & {
  beforeAction?: SettingsOptions['onBeforeAction'];
};

/** The event `mfa-event` of the element. */
export type MfaSettingsEvent = CustomEvent<SettingsEvent>;

/**
 * `<mfa-settings>`: the settings page of multi-factor authentication. They show as soon as the element is in
 * the page and has a `session`.
 *
 * Attributes: `backend-url`, `forgot-password-url`, `issuer`, `locale`, `support-email`, `theme` and
 * `read-only`. What a person does or meets, the event `mfa-event` tells.
 */
export class MfaSettingsElement extends HTMLElement {
  static readonly observedAttributes: string[] = ['read-only', ...Object.keys(attributes)];

  #given: Partial<GivenByProperty> = {};
  #mounted: Mounted | undefined;

  get session(): SettingsOptions['session'] | undefined {
    return this.#given.session;
  }
  set session(session: SettingsOptions['session'] | undefined) {
    this.#change('session', session);
  }

  get messages(): SettingsOptions['messages'] {
    return this.#given.messages;
  }
  set messages(messages: SettingsOptions['messages']) {
    this.#change('messages', messages);
  }

  get methods(): SettingsOptions['methods'] {
    return this.#given.methods;
  }
  set methods(methods: SettingsOptions['methods']) {
    this.#change('methods', methods);
  }

  get routing(): SettingsOptions['routing'] {
    return this.#given.routing;
  }
  set routing(routing: SettingsOptions['routing']) {
    this.#change('routing', routing);
  }

  /** `onBeforeAction` of the component. Frameworks take a name that begins with `on` for an event. */
  get beforeAction(): SettingsOptions['onBeforeAction'] {
    return this.#given.beforeAction;
  }
  set beforeAction(ask: SettingsOptions['onBeforeAction']) {
    this.#change('beforeAction', ask);
  }

  /** Whether the settings are only to be read: the attribute `read-only`. */
  get readOnly(): boolean {
    return this.hasAttribute('read-only');
  }
  set readOnly(isReadOnly: boolean) {
    this.toggleAttribute('read-only', isReadOnly);
  }

  connectedCallback(): void {
    // A page may have set properties before this class was there.
    for (const name of properties) {
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (!early) continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, early.value);
    }
    this.#show();
  }

  disconnectedCallback(): void {
    this.#mounted?.unmount();
    this.#mounted = undefined;
  }

  attributeChangedCallback(): void {
    this.#show();
  }

  #change<Name extends keyof GivenByProperty>(
    name: Name,
    value: GivenByProperty[Name] | undefined,
  ): void {
    if (value === undefined) delete this.#given[name];
    else this.#given[name] = value;
    this.#show();
  }

  #show(): void {
    const { session, beforeAction: onBeforeAction, ...given } = this.#given;
    if (!this.isConnected || !session) return;
    const options: SettingsOptions = {
      ...given,
      session,
      onBeforeAction,
      ...readAttributes(this),
      readOnly: this.readOnly,
      onEvent: (event) =>
        this.dispatchEvent(new CustomEvent<SettingsEvent>('mfa-event', { detail: event })),
    };
    if (this.#mounted) this.#mounted.update(options);
    else this.#mounted = mountSettings(this, options);
  }
}

function readAttributes(element: Element): Partial<SettingsOptions> {
  const given = Object.entries(attributes).flatMap(([name, option]) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[option, value] as const];
  });
  return Object.fromEntries(given);
}

declare global {
  interface HTMLElementTagNameMap {
    'mfa-settings': MfaSettingsElement;
  }
  interface HTMLElementEventMap {
    'mfa-event': MfaSettingsEvent;
  }
}

if (!customElements.get('mfa-settings')) customElements.define('mfa-settings', MfaSettingsElement);
