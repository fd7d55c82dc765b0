import { isMfaType, type MfaType } from '../api/contract.ts';
import { browserStorage } from '../lib/storage.ts';

/** The method last chosen in this browser, with what was primary then. Nothing secret. */
const storageKey = 'second-step-method';

/**
 * Which method to ask for first: the one chosen here last, until another becomes primary; else the
 * primary one; else the first.
 * @param methods not empty
 */
export function firstMethod(methods: MfaType[], primary: MfaType | undefined): MfaType | undefined {
  const [chosen = '', primaryThen] = (browserStorage.read(storageKey) ?? '').split(' ');
  const isRemembered = isMfaType(chosen) && primaryThen === String(primary);
  return [isRemembered ? chosen : undefined, primary, methods[0]].find(
    (method) => method && methods.includes(method),
  );
}

export function rememberMethod(method: MfaType, primary: MfaType | undefined): void {
  browserStorage.write(storageKey, `${method} ${String(primary)}`);
}
