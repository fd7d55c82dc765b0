import { describe, expect, it } from 'vitest';

import type { MfaMethod, MfaStatus, MfaType } from '../api/contract.ts';
import { describeMethods, isStronger, type MethodView } from './describe-methods.ts';

const status = (over: Partial<MfaStatus> = {}): MfaStatus => ({
  isEnabled: false,
  isRequired: false,
  isEnforced: false,
  enabledMethods: [],
  sessionVerified: true,
  ...over,
});
const method = (type: string, over: Partial<MfaMethod> = {}): MfaMethod => ({
  type,
  isAvailable: true,
  isConfigured: false,
  isEnabled: false,
  ...over,
});
const on = { isConfigured: true, isEnabled: true };
const off = { isConfigured: true, isEnabled: false };

interface Case {
  name: string;
  type: MfaType;
  method: Partial<MfaMethod>;
  status?: Partial<MfaStatus>;
  view: Partial<MethodView>;
}

const cases: Case[] = [
  {
    name: 'a passkey that is not set up',
    type: 'PASSKEY',
    method: {},
    view: { state: 'not-set-up', mainAction: 'set-up', menuActions: [] },
  },
  {
    name: 'a magic link that is not set up',
    type: 'MAGIC_LINK',
    method: {},
    view: { state: 'not-set-up', mainAction: 'send-link', menuActions: [] },
  },
  {
    name: 'a method that is off',
    type: 'GOOGLE_AUTH',
    method: off,
    view: { state: 'off', mainAction: 'turn-on', menuActions: ['set-up-again'] },
  },
  {
    name: 'a magic link that is off',
    type: 'MAGIC_LINK',
    method: off,
    view: { state: 'off', mainAction: 'turn-on', menuActions: [] },
  },
  {
    name: 'a method that is on',
    type: 'GOOGLE_AUTH',
    method: on,
    view: {
      state: 'on',
      isPrimary: false,
      mainAction: 'make-primary',
      menuActions: ['test', 'set-up-again', 'turn-off'],
    },
  },
  {
    name: 'the primary method',
    type: 'GOOGLE_AUTH',
    method: on,
    status: { primaryMethod: 'GOOGLE_AUTH' },
    view: { state: 'on', isPrimary: true, mainAction: undefined },
  },
  {
    name: 'a primary method that is off',
    type: 'GOOGLE_AUTH',
    method: off,
    status: { primaryMethod: 'GOOGLE_AUTH' },
    view: { state: 'off', isPrimary: false },
  },
  {
    name: 'a method that is not available',
    type: 'PASSKEY',
    method: { isAvailable: false },
    view: { state: 'unavailable', menuActions: [] },
  },
  {
    name: 'a method that is on though no longer available',
    type: 'PASSKEY',
    method: { ...on, isAvailable: false },
    view: { state: 'on' },
  },
  {
    name: 'the last method, which the organization requires',
    type: 'PASSKEY',
    method: on,
    status: { isRequired: true, enabledMethods: ['PASSKEY'] },
    view: { obstacles: { 'turn-off': 'required-by-organization' } },
  },
  {
    name: 'one of two methods, one of which is required',
    type: 'PASSKEY',
    method: on,
    status: { isEnforced: true, enabledMethods: ['PASSKEY', 'MAGIC_LINK'] },
    view: { obstacles: {} },
  },
  {
    name: 'a plain type that the status says is on',
    type: 'PASSKEY',
    method: { isConfigured: undefined, isEnabled: undefined },
    status: { enabledMethods: ['PASSKEY'] },
    view: { state: 'on' },
  },
  {
    name: 'a plain type that the status does not mention',
    type: 'PASSKEY',
    method: { isConfigured: undefined, isEnabled: undefined },
    view: { state: 'not-set-up' },
  },
];

describe('the actions of a method', () => {
  it.each(cases)('$name', (row) => {
    const views = describeMethods([method(row.type, row.method)], status(row.status));
    const view = views.find(({ type }) => type === row.type);
    expect(view).toMatchObject(row.view);
  });

  it('lists the methods strongest first, whatever the server’s order, and unknown ones last', () => {
    const types = ['SMS', 'MAGIC_LINK', 'GOOGLE_AUTH', 'PASSKEY'];
    const views = describeMethods(
      types.map((type) => method(type)),
      status(),
    );
    expect(views.map(({ type }) => type)).toEqual(['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK', 'SMS']);
  });

  it('offers nothing for a method this version does not know', () => {
    const views = describeMethods([method('SMS', on)], status({ primaryMethod: 'SMS' }));
    expect(views.at(-1)).toEqual({
      type: 'SMS',
      state: 'unsupported',
      isPrimary: true,
      mainAction: undefined,
      menuActions: [],
      obstacles: {},
    });
  });

  it('does not show an unknown method as primary when another one is', () => {
    const views = describeMethods([method('SMS', on)], status({ primaryMethod: 'PASSKEY' }));
    expect(views.at(-1)).toMatchObject({ type: 'SMS', isPrimary: false });
  });

  it('leaves out what is not offered, unless the account has it', () => {
    const listed = (passkey: Partial<MfaMethod>, link: Partial<MfaMethod>) =>
      describeMethods([method('PASSKEY', passkey), method('MAGIC_LINK', link)], status(), [
        'GOOGLE_AUTH',
      ]).map(({ type, state }) => `${type} ${state}`);
    expect(listed({}, {})).toEqual(['GOOGLE_AUTH unavailable']);
    expect(listed(on, { isConfigured: true })).toEqual([
      'PASSKEY on',
      'GOOGLE_AUTH unavailable',
      'MAGIC_LINK off',
    ]);
  });

  it('shows a method that the server left out as not available', () => {
    const [passkey] = describeMethods([], status());
    expect(passkey).toMatchObject({ type: 'PASSKEY', state: 'unavailable' });
  });
});

const comparisons: [MfaType, string | undefined, boolean][] = [
  ['PASSKEY', 'GOOGLE_AUTH', true],
  ['PASSKEY', 'MAGIC_LINK', true],
  ['GOOGLE_AUTH', 'MAGIC_LINK', true],
  ['GOOGLE_AUTH', 'PASSKEY', false],
  ['MAGIC_LINK', 'GOOGLE_AUTH', false],
  ['PASSKEY', 'PASSKEY', false],
  ['PASSKEY', undefined, false],
  ['PASSKEY', 'CARRIER_PIGEON', false],
];

it.each(comparisons)(
  'whether %s is stronger than the primary method %s: %s',
  (mfaType, primary, isIt) => {
    expect(isStronger(mfaType, primary)).toBe(isIt);
  },
);
