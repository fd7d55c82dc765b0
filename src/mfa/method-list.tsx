import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { isMfaType, type MfaMethods, type MfaType } from '../api/contract.ts';
import type { LinkMark } from '../api/link-mark.ts';
import { passkeyCapabilityQuery } from '../passkey/passkey-capability.ts';
import { Card } from '../ui/card.tsx';
import { fitToBrowser, type MethodView } from './describe-methods.ts';
import { KnownMethodRow } from './known-method-row.tsx';
import './method-list.css';
import { MethodRow } from './method-row.tsx';

interface Props {
  views: MethodView[];
  answer: MfaMethods;
  recommended: MfaType | undefined;
  email: string | undefined;
  mark: LinkMark | undefined;
  isStale: boolean;
}

export function MethodList({ views, answer, recommended, email, mark, isStale }: Props) {
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  return (
    <Card>
      <ul aria-labelledby="methods-heading">
        {views.map((view) =>
          isMfaType(view.type) ? (
            <KnownMethodRow
              key={view.type}
              mfaType={view.type}
              view={fitToBrowser(view, capability)}
              isRecommended={view.type === recommended}
              email={email}
              mark={mark}
              isStale={isStale}
            />
          ) : (
            <MethodRow
              key={view.type}
              view={view}
              serverName={answer.methods.find(({ type }) => type === view.type)?.name}
            />
          ),
        )}
      </ul>
      {answer.unreadable > 0 && (
        <p className="method-list-left-out">
          <Trans>Part of the list isn't shown because we couldn't read it.</Trans>
        </p>
      )}
    </Card>
  );
}
