import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useParams } from 'react-router-dom';

import { config } from '../../api/config.ts';
import type { MfaType } from '../../api/contract.ts';
import { methodOfSlug } from '../../api/methods.ts';
import { pageRoot } from '../../lib/page-root.ts';
import { addWords } from '../../lib/words.ts';
import { ProveFirst } from '../../proof/prove-first.tsx';
import { useCloseDialog } from '../use-dialog-route.ts';
import { useMethodViews } from '../use-method-views.ts';
import { SetUpAuthenticatorApp } from './authenticator-app/set-up-authenticator-app.tsx';
import { messages } from './locales/en.po';
import { SetUpMagicLink } from './magic-link/set-up-magic-link.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { SetUpPasskey } from './passkey/set-up-passkey.tsx';
import { YourPasskeys } from './passkey/your-passkeys.tsx';
import { RehearseMethod } from './rehearse/rehearse-method.tsx';
import { ResetMethods } from './reset/reset-methods.tsx';
import { TurnOffMethod } from './turn-off/turn-off-method.tsx';

// All dialogs of the settings page arrive together, with their words.
addWords(messages);

/** The dialog of an address below the settings page. */
export function SettingsDialog({
  kind,
}: {
  kind: 'set-up' | 'turn-off' | 'test' | 'passkeys' | 'reset';
}) {
  const mfaType = methodOfSlug(useParams()['method']);
  useFocusAfter(mfaType);
  const isOffered = useIsOffered(mfaType);
  const close = useCloseDialog();
  if (kind === 'reset')
    return (
      <ProveFirst call={{ path: '/mfa/reset' }} onDeclined={close}>
        <ResetMethods />
      </ProveFirst>
    );
  if (kind === 'passkeys') return <YourPasskeys />;
  if (!mfaType || isOffered === false) return <NoSuchDialog />;
  if (!isOffered) return null;
  switch (kind) {
    case 'set-up':
      return (
        <ProveFirst
          key={mfaType}
          call={{ path: '/mfa/setup', body: { mfaType } }}
          onDeclined={close}
        >
          <SetUp mfaType={mfaType} />
        </ProveFirst>
      );
    case 'turn-off':
      return (
        <ProveFirst
          key={mfaType}
          call={{ path: '/mfa/disable', body: { mfaType } }}
          onDeclined={close}
        >
          <TurnOffMethod mfaType={mfaType} />
        </ProveFirst>
      );
    case 'test':
      return <RehearseMethod mfaType={mfaType} />;
  }
}

function SetUp({ mfaType }: { mfaType: MfaType }) {
  switch (mfaType) {
    case 'PASSKEY':
      return <SetUpPasskey />;
    case 'GOOGLE_AUTH':
      return <SetUpAuthenticatorApp />;
    case 'MAGIC_LINK':
      return <SetUpMagicLink />;
  }
}

/** Whether a method can be set up, or the account has it already. Undefined until that is known. */
function useIsOffered(mfaType: MfaType | undefined): boolean | undefined {
  const { views } = useMethodViews();
  if (!mfaType || !config.methods || config.methods.includes(mfaType)) return true;
  return views?.some(({ type }) => type === mfaType);
}

/** Shown where the address names no method, or one that is not offered. */
function NoSuchDialog() {
  return (
    <MessageDialog
      title={<Trans>This page doesn't exist</Trans>}
      close={<Trans>Go to settings</Trans>}
      onClose={useCloseDialog()}
    >
      <p>
        <Trans>Check the address, or start from your settings.</Trans>
      </p>
    </MessageDialog>
  );
}

/**
 * When the dialog closes and the button that opened it is gone, or there was none, moves the focus to
 * the method's heading, else to the page's.
 * @param mfaType its row's heading is found by id, because the browser may translate its words
 */
function useFocusAfter(mfaType: MfaType | undefined): void {
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      const heading = mfaType && pageRoot().getElementById(mfaType);
      const target = heading ?? pageRoot().querySelector<HTMLElement>('h1');
      // The page's own heading cannot take the focus otherwise.
      target?.setAttribute('tabindex', '-1');
      target?.focus();
    },
    [mfaType],
  );
}
