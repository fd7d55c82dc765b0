import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';

import type { Member } from '../api/contract-organization.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import { TextField } from '../ui/text-field.tsx';
import { explainToAdministrator } from './explain-to-administrator.ts';
import { MemberList } from './member-list.tsx';
import './members.css';
import { membersQuery } from './members-query.ts';
import { MembersSkeleton } from './members-skeleton.tsx';
import { ResetMemberDialog } from './reset-member-dialog.tsx';
import { indexMembers, searchMembers } from './search-members.ts';
import { useQuestion } from './use-question.ts';

interface Props {
  readerId: string;
  /** Whether the organisation requires a second step. */
  isRequired: boolean;
}

/** Everyone in the organisation, to be searched and helped. */
export function Members({ readerId, isRequired }: Props) {
  const { t, i18n } = useLingui();
  const isOnline = useIsOnline();
  const { data, error, refetch, dataUpdatedAt } = useQuery(membersQuery());
  const [query, setQuery] = useState('');
  const { question, ask, close } = useQuestion();
  // Kept, as the list may be read again without them while the dialog says so.
  const [asked, setAsked] = useState<Member>();
  const [resetId, setResetId] = useState<string>();
  // Typing stays smooth while ten thousand are searched.
  const deferredQuery = useDeferredValue(query);
  const index = useMemo(() => data && indexMembers(data.members, i18n.locale), [data, i18n.locale]);
  const found = useMemo(
    () => index && searchMembers(index, deferredQuery, i18n.locale),
    [index, deferredQuery, i18n.locale],
  );

  const toReset =
    question && 'resetId' in question && question.resetId === asked?.id ? asked : undefined;
  const handleReset = useCallback(
    (member: Member) => {
      setAsked(member);
      ask({ resetId: member.id });
    },
    [ask],
  );

  return (
    <section aria-labelledby="members-heading" className="members">
      <h2 id="members-heading">
        <Trans>Members</Trans>
      </h2>
      {error && (
        <Failure
          what={data ? undefined : t`The members could not be read.`}
          {...explainToAdministrator(error)}
          onRetry={() => void refetch()}
        />
      )}
      {data && (error || !isOnline) && <AsOf date={new Date(dataUpdatedAt)} />}
      {index && found && data ? (
        <>
          <TextField
            type="search"
            label={t`Search by name or email`}
            value={query}
            autoComplete="off"
            onChange={(event) => setQuery(event.target.value)}
            hint={<Count found={found.length} of={index.length} />}
          />
          {found.length > 0 && (
            <Card>
              <MemberList
                members={found}
                readerId={readerId}
                resetId={resetId}
                onReset={handleReset}
              />
            </Card>
          )}
          {data.leftOut > 0 && (
            <p className="members-muted">
              <Plural
                value={data.leftOut}
                one="# member could not be read and is left out."
                other="# members could not be read and are left out."
              />
            </p>
          )}
        </>
      ) : (
        !error && <MembersSkeleton />
      )}
      {toReset && (
        <ResetMemberDialog
          member={toReset}
          isRequired={isRequired}
          onReset={() => setResetId(toReset.id)}
          onClose={close}
        />
      )}
    </section>
  );
}

function Count({ found, of }: { found: number; of: number }) {
  return (
    <span role="status">
      {found === 0 && of > 0 ? (
        <Trans>Nobody matches. Check the spelling, or try part of the address.</Trans>
      ) : found < of ? (
        <Plural value={of} one={`${found} of # member`} other={`${found} of # members`} />
      ) : (
        <Plural value={of} one="# member" other="# members" />
      )}
    </span>
  );
}

function AsOf({ date }: { date: Date }) {
  const { i18n } = useLingui();
  const time = i18n.date(date, { timeStyle: 'short' });
  return (
    <p className="members-muted">
      <Trans>What you see is as of {time}.</Trans>
    </p>
  );
}
