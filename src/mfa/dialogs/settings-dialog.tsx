import './words.ts';

import { useParams } from 'react-router-dom';

import type { MfaType } from '../../api/contract.ts';
import { methodOfSlug } from '../../api/methods.ts';
import { SetUpAuthenticatorApp } from './authenticator-app/set-up-authenticator-app.tsx';
import { SetUpMagicLink } from './magic-link/set-up-magic-link.tsx';
import { SetUpPasskey } from './passkey/set-up-passkey.tsx';
import { NoSuchDialog } from './no-such-dialog.tsx';
import { ResetMethods } from './reset/reset-methods.tsx';
import { TestMethod } from './test/test-method.tsx';
import { TurnOffMethod } from './turn-off/turn-off-method.tsx';
import { useFocusAfter } from './use-focus-after.ts';

/** The dialog that an address below the settings page's stands for. */
export function SettingsDialog({ kind }: { kind: 'set-up' | 'turn-off' | 'test' | 'reset' }) {
  const method = methodOfSlug(useParams()['method']);
  useFocusAfter(method);
  if (kind === 'reset') return <ResetMethods />;
  if (!method) return <NoSuchDialog />;
  switch (kind) {
    case 'set-up':
      return <SetUp method={method} />;
    case 'turn-off':
      return <TurnOffMethod method={method} />;
    case 'test':
      return <TestMethod method={method} />;
  }
}

function SetUp({ method }: { method: MfaType }) {
  switch (method) {
    case 'PASSKEY':
      return <SetUpPasskey />;
    case 'GOOGLE_AUTH':
      return <SetUpAuthenticatorApp />;
    case 'MAGIC_LINK':
      return <SetUpMagicLink />;
  }
}
