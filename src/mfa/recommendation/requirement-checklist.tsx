import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';

import { Card } from '../../ui/card.tsx';
import { CheckIcon } from '../../ui/later-icons.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import './requirement-checklist.css';
import type { RequirementStep } from './requirement-steps.ts';

const words: Record<RequirementStep['step'], MessageDescriptor> = {
  'sign-in': msg`Sign in with your password`,
  'set-up': msg`Set up one of the methods`,
  'turn-on': msg`Turn it on`,
};

/** The steps that the organization requires, and which are done. */
export function RequirementChecklist({ steps }: { steps: RequirementStep[] }) {
  const { t } = useLingui();
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="requirement-heading">
      <h2 id="requirement-heading">
        <Trans>What your organization requires</Trans>
      </h2>
      <Card className="requirement-checklist">
        <p>
          <Trans>
            {done} of {steps.length} steps done
          </Trans>
        </p>
        <ol aria-labelledby="requirement-heading">
          {steps.map(({ step, isDone }) => (
            <li key={`${step} ${isDone}`} data-done={isDone || undefined}>
              {isDone && <CheckIcon />} {t(words[step])}
              {isDone && (
                <VisuallyHidden>
                  {' '}
                  <Trans>(done)</Trans>
                </VisuallyHidden>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </section>
  );
}
