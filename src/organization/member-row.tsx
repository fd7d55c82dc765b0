import { Trans, useLingui } from '@lingui/react/macro';
import { memo, useId } from 'react';

import { Link } from '../lib/link.tsx';
import type { Member } from '../api/contract-organization.ts';
import { paths } from '../lib/paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { memberAction, roleName } from './describe-members.ts';
import './member-row.css';

interface Props {
  member: Member;
  name: string;
  readerId: string;
  /** Their methods were just removed. */
  isReset: boolean;
  onReset: (member: Member) => void;
}

export const MemberRow = memo(function MemberRow({
  member,
  name,
  readerId,
  isReset,
  onReset,
}: Props) {
  const { t } = useLingui();
  const titleId = useId();
  const action = memberAction(member, readerId);
  const role = roleName(member);
  return (
    <div className="member-row">
      <div className="member-row-words">
        <p id={titleId} className="member-row-title">
          <bdi className="member-row-name">{name}</bdi>
          {action === 'own-settings' && <Badge tone="accent">{t`You`}</Badge>}
          {role && <Badge tone="neutral">{typeof role === 'string' ? role : t(role)}</Badge>}
          {member.mfaEnabled != null && <SecondStepBadge isOn={member.mfaEnabled} />}
        </p>
        {(name !== member.email || isReset) && (
          <p className="member-row-detail">
            {name !== member.email && <bdi>{member.email}</bdi>}
            {isReset && (
              <span>
                <Trans>Their methods were removed.</Trans>
              </span>
            )}
          </p>
        )}
      </div>
      {action === 'own-settings' ? (
        <Link to={paths.settings} className={buttonClass()}>
          <Trans>Settings</Trans>
        </Link>
      ) : (
        <Button
          isDisabled={action === 'nothing-to-reset'}
          aria-describedby={action === 'nothing-to-reset' ? titleId : undefined}
          onClick={() => onReset(member)}
        >
          <span>
            <Trans>
              Reset methods<VisuallyHidden> of {name}</VisuallyHidden>
            </Trans>
          </span>
        </Button>
      )}
    </div>
  );
});

function SecondStepBadge({ isOn }: { isOn: boolean }) {
  const { t } = useLingui();
  return isOn ? (
    <Badge tone="good">{t`Second step on`}</Badge>
  ) : (
    <Badge tone="warn">{t`No second step`}</Badge>
  );
}
