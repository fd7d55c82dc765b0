import type { MfaType } from '../api/contract.ts';
import { addWords } from '../lib/words.ts';
import { messages } from './locales/en.po';
import './proof.css';
import { ProveByCode } from './prove-by-code.tsx';
import { ProveByLink } from './prove-by-link.tsx';
import { ProveByPasskey } from './prove-by-passkey.tsx';

// Every page that asks for a proof loads this module, so it brings the room's sentences along.
addWords(messages);

interface Props {
  mfaType: MfaType;
  /** Whether the browser may offer a passkey in the code field's autofill menu. */
  offersPasskey?: boolean;
  /** Called as soon as this method has proved who it is. */
  onProven?: (() => void) | undefined;
}

/** Asks for a proof by one method, and posts it. */
export function ProveMethod({ mfaType, offersPasskey, onProven }: Props) {
  switch (mfaType) {
    case 'GOOGLE_AUTH':
      return <ProveByCode kind="app" offersPasskey={offersPasskey} onProven={onProven} />;
    case 'PASSKEY':
      return <ProveByPasskey onProven={onProven} />;
    case 'MAGIC_LINK':
      return <ProveByLink onProven={onProven} />;
  }
}
