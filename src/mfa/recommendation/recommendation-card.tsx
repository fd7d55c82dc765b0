import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { Link } from '../../lib/link.tsx';
import { methodNames } from '../../api/methods.ts';
import { passkeyCapabilityQuery } from '../../passkey/passkey-capability.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import type { MethodView } from '../describe-methods.ts';
import { dialogPath, fromSettings } from '../use-dialog-route.ts';
import { messages } from './locales/en.po';
import { recommend, type Recommendation } from './recommend.ts';
import './recommendation-card.css';
import { RequirementChecklist } from './requirement-checklist.tsx';

// Not in the first load, because it shows last.
i18n.load('en', messages);

const reasons: Record<Recommendation['reason'], MessageDescriptor> = {
  'cannot-be-phished': msg`A passkey is the strongest method, and this device can use one. It can't be phished.`,
  'no-passkeys-on-this-device': msg`An authenticator app is the strongest method this device can use, and it works offline.`,
  'beside-passkey': msg`An authenticator app on your phone lets you in when you don't have your passkey.`,
  'works-offline': msg`An authenticator app on your phone is stronger than an emailed link, and it works offline.`,
};

/** What the organization still requires, and what would protect this account best on this device. */
export function RecommendationCard({ views }: { views: MethodView[] }) {
  const { t } = useLingui();
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  const recommendation = capability && recommend(views, capability);
  if (!recommendation) return <RequirementChecklist views={views} />;
  const name = t(methodNames[recommendation.mfaType]);
  return (
    <>
      <RequirementChecklist views={views} />
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
    </>
  );
}
