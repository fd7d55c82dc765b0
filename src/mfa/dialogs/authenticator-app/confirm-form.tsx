import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';

import { deviceSkewSeconds, serverNow } from '../../../api/server-clock.ts';
import { cleanCode } from '../../../lib/clean-code.ts';
import { useSecondsLeft } from '../../../lib/countdown.ts';
import { pageRoot } from '../../../lib/page-root.ts';
import { CodeField } from '../../../ui/code-field.tsx';
import { ProgressRing } from '../../../ui/progress-ring.tsx';
import { SentenceGap } from '../../../ui/sentence-gap.tsx';
import './confirm-form.css';
import { describeSkew, type Skew } from './describe-skew.ts';
import { isTouch } from './setup-key.tsx';
import { isWrongCode, type useConfirmCode } from './use-confirm-code.ts';

interface Props {
  /** The form's id, for the button outside it that submits it. */
  id: string;
  confirm: ReturnType<typeof useConfirmCode>;
  onConfirmed: () => void;
}

/** Asks for one code of the new app. Sent only when the person submits it, never by itself. */
export function ConfirmForm({ id, confirm, onConfirmed }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [tries, setTries] = useState(0);
  const [isMisshapen, setIsMisshapen] = useState(false);

  // So that a code can be typed at once. Not on touch screens: the keyboard would cover the key.
  useEffect(() => {
    const isElsewhere = pageRoot().activeElement?.matches(':not(body, h2)');
    if (!isElsewhere && !isTouch()) field.current?.focus();
  }, []);

  function askAgain() {
    field.current?.focus();
    field.current?.select();
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (confirm.isPending) return;
    const code = cleanCode(field.current?.value ?? '');
    const isCode = /^\d{6}$/.test(code);
    setIsMisshapen(!isCode);
    if (!isCode) {
      askAgain();
      return;
    }
    confirm.mutate(code, {
      onSuccess: onConfirmed,
      onError: (error) => {
        if (isWrongCode(error)) setTries((count) => count + 1);
        askAgain();
      },
    });
  }

  return (
    <form id={id} className="confirm-form" noValidate onSubmit={handleSubmit}>
      <CodeField
        ref={field}
        label={<Trans>Code from the app</Trans>}
        error={
          isMisshapen ? (
            <Trans>The code has six digits.</Trans>
          ) : (
            isWrongCode(confirm.error) && <WrongCode key={tries} tries={tries} />
          )
        }
      />
      <NextCode />
    </form>
  );
}

/** What to do about a wrong code. From the second on, a wrong clock is the likely cause. */
function WrongCode({ tries }: { tries: number }) {
  const skew = describeSkew(deviceSkewSeconds());
  return (
    <span>
      <Trans>That code isn't right. Enter the one your app shows now.</Trans>
      {tries >= 2 && (
        <span>
          <SentenceGap />
          <Trans>Check that your phone's clock is set automatically.</Trans>
          <SentenceGap />
          {skew && <SkewWords {...skew} />}
        </span>
      )}
    </span>
  );
}

function SkewWords({ amount, unit, isAhead }: Skew) {
  const { i18n } = useLingui();
  const size = i18n.number(amount, { style: 'unit', unit, unitDisplay: 'long' });
  if (isAhead) return <Trans>This device's clock is {size} fast.</Trans>;
  return <Trans>This device's clock is {size} slow.</Trans>;
}

/** Seconds for which an app shows one code: RFC 6238, 5.2. */
const period = 30;

/** Counts down to the next code of the app. No part of the field: screen readers would read it each second. */
function NextCode() {
  const { i18n } = useLingui();
  const step = period * 1000;
  const seconds = useSecondsLeft((Math.floor(serverNow() / step) + 1) * step, serverNow);
  const left = i18n.number(seconds);
  return (
    <p className="confirm-next">
      <ProgressRing value={seconds / period} /> <Trans>Next code in {left} s</Trans>
    </p>
  );
}
