import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useEffect, useState } from 'react';

import type { ratePassword } from './rate-password.ts';
import './password.css';

const words = [msg`Very weak`, msg`Weak`, msg`Fair`, msg`Strong`, msg`Very strong`];

interface Props {
  password: string;
  /** What others know of the account. */
  known: string[];
}

/** How hard the password is to guess. It advises; the service decides. */
export function StrengthMeter({ password, known }: Props) {
  const { t } = useLingui();
  const rate = useRatePassword();
  // Keeps typing smooth, because an estimate takes some milliseconds.
  const typed = useDeferredValue(password);
  const strength = rate && typed !== '' ? rate(typed, known) : undefined;
  const word = strength === undefined ? undefined : words[strength];
  return (
    <div>
      <meter
        className="strength-meter"
        aria-label={t`Password strength`}
        min={0}
        max={4}
        low={2}
        high={3}
        optimum={4}
        value={strength ?? 0}
      />
      <span role="status">{word && <span key={strength}>{t(word)}</span>}</span>
      <p className="password-hint">
        <Trans>A few unrelated words make a strong password that's easy to remember.</Trans>
      </p>
    </div>
  );
}

/** Undefined until it is loaded. Without it the form works all the same. */
function useRatePassword(): typeof ratePassword | undefined {
  const [loaded, setLoaded] = useState<{ rate: typeof ratePassword }>();
  useEffect(() => {
    import('./rate-password.ts').then(
      ({ ratePassword: rate }) => setLoaded({ rate }),
      () => undefined,
    );
  }, []);
  return loaded?.rate;
}
