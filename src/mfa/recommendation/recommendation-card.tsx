import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';

import { Link } from '../../lib/link.tsx';
import { methodNames } from '../../api/methods.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { dialogPath, fromSettings } from '../use-dialog-route.ts';
import { messages } from './locales/en.po';
import type { Recommendation } from './recommend.ts';
import './recommendation-card.css';
import { RequirementChecklist } from './requirement-checklist.tsx';
import type { Advice } from './use-advice.ts';

// Not in the first load, because most accounts need no advice.
i18n.load('en', messages);

const reasons: Record<Recommendation['reason'], MessageDescriptor> = {
  'cannot-be-phished': msg`A passkey is the strongest method, and this device can use one. It can't be phished.`,
  'no-passkeys-on-this-device': msg`An authenticator app is the strongest method this device can use, and it works offline.`,
  'beside-passkey': msg`An authenticator app on your phone lets you in when you don't have your passkey.`,
  'works-offline': msg`An authenticator app on your phone is stronger than an emailed link, and it works offline.`,
};

/** What the organization still requires, and what would protect this account best on this device. */
export function AdviceCards({ advice: { steps, recommendation } }: { advice: Advice }) {
  return (
    <>
      {steps && <RequirementChecklist steps={steps} />}
      {recommendation && <RecommendationCard recommendation={recommendation} />}
    </>
  );
}

function RecommendationCard({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useLingui();
  const name = t(methodNames[recommendation.mfaType]);
  return (
    <section aria-labelledby="recommendation-heading">
      <h2 id="recommendation-heading">
        <Trans>Recommended for you</Trans>
      </h2>
      <Card className="recommendation-card">
        <p>{t(reasons[recommendation.reason])}</p>
        <Link
          className={buttonClass()}
          to={dialogPath('set-up', recommendation.mfaType)}
          state={fromSettings}
          aria-label={t`Set up ${name}`}
        >
          <Trans>Set up</Trans>
        </Link>
      </Card>
    </section>
  );
}
