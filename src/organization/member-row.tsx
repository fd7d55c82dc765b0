import { Trans, useLingui } from '@lingui/react/macro';
import { memo } from 'react';

import { Link } from '../lib/link.tsx';
import type { Member } from '../api/contract-organization.ts';
import { paths } from '../lib/paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { memberAction, roleName } from './describe-members.ts';
import './member-row.css';

interface Props {
  member: Member;
  name: string;
  readerId: string;
  /** Their methods were just removed. */
  isReset: boolean;
  /** A reminder for them was just copied. */
  isReminded: boolean;
  onReset: (member: Member) => void;
  onRemind: (member: Member) => void;
}

/**
 * What a list item shows of one member. Few elements, because thousands of rows are scrolled past; and
 * no paragraphs, which readers may space out, because the height of a row is given.
 */
export const MemberRow = memo(function MemberRow({ member, name, isReset, ...rest }: Props) {
  const { t } = useLingui();
  const role = roleName(member);
  const isUnconfirmed = member.validated === false;
  return (
    <>
      <div className="member-row-title">
        <bdi className="member-row-text">{name}</bdi>
        {member.id === rest.readerId && <Badge tone="accent">{t`You`}</Badge>}
        {role && <Badge tone="neutral">{typeof role === 'string' ? role : t(role)}</Badge>}
      </div>
      {(name !== member.email || isReset || isUnconfirmed) && (
        <div className="member-row-detail">
          {name !== member.email && <bdi className="member-row-text">{member.email}</bdi>}
          {isUnconfirmed && <Badge tone="neutral">{t`Email not confirmed`}</Badge>}
          {isReset && <Badge tone="neutral">{t`Methods removed`}</Badge>}
        </div>
      )}
      {member.mfaEnabled != null && <SecondStepBadge isOn={member.mfaEnabled} />}
      <MemberButton member={member} name={name} {...rest} />
    </>
  );
});

function SecondStepBadge({ isOn }: { isOn: boolean }) {
  const { t } = useLingui();
  return (
    <div className="member-row-state">
      {isOn ? (
        <Badge tone="good">{t`Second step on`}</Badge>
      ) : (
        <Badge tone="warn">{t`No second step`}</Badge>
      )}
    </div>
  );
}

/** The one thing that there is to do for this member. */
function MemberButton({
  member,
  name,
  readerId,
  isReminded,
  onReset,
  onRemind,
}: Omit<Props, 'isReset'>) {
  const { t } = useLingui();
  switch (memberAction(member, readerId)) {
    case 'own-settings':
      return (
        <Link to={paths.settings} className={buttonClass()}>
          <Trans>Settings</Trans>
        </Link>
      );
    case 'reset':
      return (
        // The same key, so that the focus stays when a reset makes it a reminder.
        <Button
          key="action"
          aria-label={t`Reset methods for ${name}`}
          onClick={() => onReset(member)}
        >
          <span key="reset">{t`Reset methods`}</span>
        </Button>
      );
    case 'remind':
      return (
        <Button
          key="action"
          aria-label={
            isReminded ? t`Copied a reminder for ${name}` : t`Copy a reminder for ${name}`
          }
          onClick={() => onRemind(member)}
        >
          {isReminded ? (
            <span key="copied">{t`Copied`}</span>
          ) : (
            <span key="remind">{t`Copy a reminder`}</span>
          )}
        </Button>
      );
  }
}
