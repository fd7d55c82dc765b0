import { Trans, useLingui } from '@lingui/react/macro';

import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import './steps.css';

type Props = {
  /** From 1. */
  current: number;
  count: number;
};

/** Shows how many steps a set-up has and which one this is. */
export function Steps({ current, count }: Props) {
  const { i18n } = useLingui();
  const number = i18n.number(current);
  const all = i18n.number(count);
  return (
    <p className="steps">
      <VisuallyHidden>
        <Trans>
          Step {number} of {all}
        </Trans>
      </VisuallyHidden>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} data-done={index < current || undefined} />
      ))}
    </p>
  );
}
