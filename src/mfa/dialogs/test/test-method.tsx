import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import type { MfaType } from '../../../api/contract.ts';
import { explain } from '../../../api/explain.ts';
import { methodNames } from '../../../api/methods.ts';
import { mfaQueries } from '../../../api/mfa.ts';
import { ProveMethod } from '../../../proof/prove-method.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { TestPassed } from './test-passed.tsx';
import { TestWords } from './test-words.tsx';

/** A rehearsal of the second step. It is a real one: the session is verified afresh by it. */
export function TestMethod({ method }: { method: MfaType }) {
  const { t } = useLingui();
  const close = useCloseDialog();
  const { data: status, error, refetch } = useQuery(mfaQueries.status());
  const [isProven, setIsProven] = useState(false);
  const name = t(methodNames[method]);
  const closeButton = useRef<HTMLButtonElement>(null);
  // What had it, the form or the link, is gone.
  useEffect(() => {
    if (isProven) closeButton.current?.focus();
  }, [isProven]);

  function content() {
    if (isProven) return <TestPassed method={method} />;
    if (!status) {
      if (error) return <Failure {...explain(error)} onRetry={() => void refetch()} />;
      return <Skeleton height="9rem" />;
    }
    if (!status.enabledMethods.includes(method)) {
      return (
        <p>
          <Trans>{name} is not on, so there is nothing to test. Turn it on first.</Trans>
        </p>
      );
    }
    return (
      <>
        <TestWords method={method} />
        <ProveMethod mfaType={method} onProven={() => setIsProven(true)} />
      </>
    );
  }

  return (
    <Dialog
      title={<Trans>Test {name}</Trans>}
      onClose={close}
      footer={
        <Button ref={closeButton} variant={isProven ? 'primary' : 'secondary'} onClick={close}>
          {isProven ? <Trans>Done</Trans> : <Trans>Cancel</Trans>}
        </Button>
      }
    >
      {content()}
    </Dialog>
  );
}
