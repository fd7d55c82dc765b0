import { type ComponentProps, createContext, use } from 'react';
import { createPortal } from 'react-dom';

import { Button } from '../ui/button.tsx';
import './proof.css';

/** Where the button that gives the proof goes. Undefined: where it stands, below its field. */
export const ProofButtonPlace = createContext<HTMLElement | undefined>(undefined);

/** The button that gives the proof. Dialogs have it in their footer, with the other buttons. */
export function ProofButton(props: ComponentProps<typeof Button>) {
  const place = use(ProofButtonPlace);
  const button = <Button {...props} />;
  return place ? createPortal(button, place) : button;
}
