import {
  isMfaType,
  type MfaMethod,
  type MfaStatus,
  type MfaType,
  mfaTypes,
} from '../api/contract.ts';
import { isPossible, type PasskeyCapability } from '../passkey/passkey-capability.ts';

export type MethodState = 'on' | 'off' | 'not-set-up' | 'unavailable' | 'unsupported';
export type MethodAction =
  'turn-on' | 'turn-off' | 'make-primary' | 'set-up' | 'set-up-again' | 'send-link' | 'test';
/** Why an action that people would look for is not possible now. */
export type Obstacle = 'required-by-organization';

export interface MethodView {
  /** As the server names it; one of {@link mfaTypes} where this version knows the method. */
  type: string;
  state: MethodState;
  isPrimary: boolean;
  /** The one action that shows as a button. */
  mainAction: MethodAction | undefined;
  /** The rest, in the row's menu, in this order. */
  menuActions: MethodAction[];
  obstacles: Partial<Record<MethodAction, Obstacle>>;
}

/**
 * What each method allows in its state, and why not. The methods that this version knows come first, the
 * strongest first, even if the server does not list them. Then come the others, which are read-only.
 *
 * @param offered what can be set up; everything by default. Other methods are left out unless the account has them.
 */
export function describeMethods(
  methods: MfaMethod[],
  status: MfaStatus,
  offered?: readonly string[],
): MethodView[] {
  const known = mfaTypes
    .map((type) =>
      describeKnown(
        type,
        methods.find((method) => method.type === type),
        status,
      ),
    )
    .filter(
      ({ type, state }) => state === 'on' || state === 'off' || !offered || offered.includes(type),
    );
  const unknown = methods
    .filter((method) => !isMfaType(method.type))
    .map((method) => ({
      type: method.type,
      state: 'unsupported' as const,
      isPrimary: status.primaryMethod === method.type,
      mainAction: undefined,
      menuActions: [],
      obstacles: {},
    }));
  return [...known, ...unknown];
}

function describeKnown(
  type: MfaType,
  method: MfaMethod | undefined,
  status: MfaStatus,
): MethodView {
  const state = stateOf(type, method, status);
  const isPrimary = state === 'on' && status.primaryMethod === type;
  const view: MethodView = {
    type,
    state,
    isPrimary,
    mainAction: undefined,
    menuActions: [],
    obstacles: {},
  };
  switch (state) {
    case 'on':
      if (!isPrimary) view.mainAction = 'make-primary';
      view.menuActions = ['test', ...setUpAgainAction(type), 'turn-off'];
      if (isRequired(status) && status.enabledMethods.length <= 1) {
        view.obstacles['turn-off'] = 'required-by-organization';
      }
      return view;
    case 'off':
      return { ...view, mainAction: 'turn-on', menuActions: setUpAgainAction(type) };
    case 'not-set-up':
      return { ...view, mainAction: type === 'MAGIC_LINK' ? 'send-link' : 'set-up' };
    default:
      return view;
  }
}

/** Magic link has nothing to set up: its link goes to the account's own address. */
function setUpAgainAction(type: MfaType): MethodAction[] {
  return type === 'MAGIC_LINK' ? [] : ['set-up-again'];
}

function stateOf(type: MfaType, method: MfaMethod | undefined, status: MfaStatus): MethodState {
  // The list may hold types only, without states; then the status says whether a method is on.
  const isEnabled = method?.isEnabled ?? status.enabledMethods.includes(type);
  if (isEnabled) return 'on';
  if (!method?.isAvailable) return 'unavailable';
  return method.isConfigured ? 'off' : 'not-set-up';
}

/** Offers no passkey that this browser can't make. The dialog's address still says why and what to use instead. */
export function fitToBrowser(
  view: MethodView,
  capability: PasskeyCapability | undefined,
): MethodView {
  const isToMake = view.type === 'PASSKEY' && view.state === 'not-set-up';
  if (!isToMake || !capability || isPossible(capability)) return view;
  return { ...view, state: 'unavailable', mainAction: undefined };
}

/** Whether the organization or the platform requires at least one method. */
export function isRequired(status: MfaStatus): boolean {
  return status.isRequired || status.isEnforced;
}

/** Whether a method is stronger than the primary one. False where this version does not know that one. */
export function isStronger(mfaType: MfaType, primary: string | null | undefined): boolean {
  return mfaTypes.indexOf(mfaType) < mfaTypes.findIndex((known) => known === primary);
}
