import { i18n } from '@lingui/core';
import type { ReactNode } from 'react';

import type { MfaType } from '../api/contract.ts';
import { messages } from './locales/en.po';
import './proof.css';
import { ProveByCode } from './prove-by-code.tsx';
import { ProveByLink } from './prove-by-link.tsx';
import { ProveByPasskey } from './prove-by-passkey.tsx';

// Every page that asks for a proof loads this module, so it brings the room's sentences along.
i18n.load('en', messages);

interface Props {
  mfaType: MfaType;
  /** Replaces the method's own hint. */
  hint?: ReactNode;
  /** Whether the browser may offer a passkey in the code field's autofill menu. */
  offersPasskey?: boolean;
  /** Called once this method has proved who it is and the session is verified. */
  onProven?: (() => void) | undefined;
}

/** Asks for a proof by one method, and posts it. */
export function ProveMethod({ mfaType, hint, offersPasskey, onProven }: Props) {
  switch (mfaType) {
    case 'GOOGLE_AUTH':
      return <ProveByCode hint={hint} offersPasskey={offersPasskey} onProven={onProven} />;
    case 'PASSKEY':
      return <ProveByPasskey onProven={onProven} />;
    case 'MAGIC_LINK':
      return <ProveByLink hint={hint} onProven={onProven} />;
  }
}
