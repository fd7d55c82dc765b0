import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';

import type { MfaType } from '../../../api/contract.ts';
import { methodNames, methodSlugs } from '../../../api/methods.ts';
import { paths } from '../../../lib/paths.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PrimaryOffer } from './primary-offer.tsx';

interface Props {
  type: MfaType;
  onClose: () => void;
  /** What a test of it will ask for. */
  children: ReactNode;
}

/** A set-up's last word: the method is on, and what to do with it next. */
export function SetUpDone({ type, onClose, children }: Props) {
  const { t } = useLingui();
  const location = useLocation();
  const name = t(methodNames[type]);
  const done = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={<Trans>{name} is on</Trans>}
      onClose={onClose}
      footer={
        <>
          {/* In this dialog's place, so that Back leads to the settings from there, too. */}
          <Link
            className={buttonClass()}
            to={paths.test(methodSlugs[type])}
            replace
            state={location.state}
          >
            <Trans>Test it now</Trans>
          </Link>
          <Button ref={done} variant="primary" onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </>
      }
    >
      <p>{children}</p>
      <PrimaryOffer type={type} onTaken={() => done.current?.focus()} />
    </Dialog>
  );
}
