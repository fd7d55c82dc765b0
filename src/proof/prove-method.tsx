import './words.ts';

import type { ReactNode } from 'react';

import type { MfaType } from '../api/contract.ts';
import './proof.css';
import { ProveByCode } from './prove-by-code.tsx';
import { ProveByLink } from './prove-by-link.tsx';
import { ProveByPasskey } from './prove-by-passkey.tsx';

interface Props {
  method: MfaType;
  /** In place of what the method says of itself. */
  hint?: ReactNode;
  /** Whether the field for a code may be filled in with a passkey in place of one. */
  offersPasskey?: boolean;
  /** This very method was proven, and the session is verified. */
  onProven?: (() => void) | undefined;
}

/** Asks for one method, and posts what proves it. */
export function ProveMethod({ method, hint, offersPasskey, onProven }: Props) {
  switch (method) {
    case 'GOOGLE_AUTH':
      return <ProveByCode hint={hint} offersPasskey={offersPasskey} onProven={onProven} />;
    case 'PASSKEY':
      return <ProveByPasskey onProven={onProven} />;
    case 'MAGIC_LINK':
      return <ProveByLink hint={hint} onProven={onProven} />;
  }
}
