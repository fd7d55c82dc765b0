import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';

import type { Member } from '../api/contract-organization.ts';
import { config } from '../api/config.ts';
import { explain } from '../api/explain.ts';
import { useIsOnline } from '../lib/use-is-online.ts';
import { ProveFirst } from '../proof/prove-first.tsx';
import { Card } from '../ui/card.tsx';
import { Failure } from '../ui/failure.tsx';
import '../ui/field.css';
import { LastUpdated } from '../ui/last-updated.tsx';
import { MailLink } from '../ui/mail-link.tsx';
import { Reading } from '../ui/reading.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/field.tsx';
import { SentenceGap } from '../ui/sentence-gap.tsx';
import { administratorWords } from './access.ts';
import { countWithout } from './describe-members.ts';
import { MemberList } from './member-list.tsx';
import './member-row.css';
import './members.css';
import { membersQuery } from './members-query.ts';
import { RemindEveryone, ReminderDialog, useReminder } from './reminder.tsx';
import { ResetMemberDialog } from './reset-member-dialog.tsx';
import { indexMembers, searchMembers } from './search-members.ts';
import { useQuestion } from './use-question.ts';

interface Props {
  readerId: string;
  /** The organization's name, if it is known. */
  organization: string | undefined;
  /** Whether the organization requires a second step. */
  isRequired: boolean;
}

/** Everyone in the organization, with a search, and ways to reset their methods and to remind them. */
export function Members({ readerId, organization, isRequired }: Props) {
  const { t, i18n } = useLingui();
  const isOnline = useIsOnline();
  const { data, error, refetch, dataUpdatedAt } = useQuery(membersQuery());
  const [query, setQuery] = useState('');
  const { question, ask, close } = useQuestion();
  // Kept, because a refetch may drop this member from the list while the dialog is open.
  const [asked, setAsked] = useState<Member>();
  const [resetId, setResetId] = useState<string>();
  // Keeps typing smooth while 10,000 members are searched.
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
  const handleRefused = useCallback((reminder: string) => ask({ reminder }), [ask]);
  const { isEveryoneReminded, remindedId, remind } = useReminder(organization, handleRefused);
  const handleRemind = useCallback((member: Member) => void remind(member), [remind]);

  return (
    <section aria-labelledby="members-heading" className="members">
      <div className="members-head">
        <h2 id="members-heading">
          <Trans>Members</Trans>
        </h2>
        {data && (countWithout(data)?.without ?? 0) > 0 && (
          <RemindEveryone isCopied={isEveryoneReminded} onRemind={() => void remind()} />
        )}
      </div>
      {error && (
        <Failure
          what={data ? undefined : t`We couldn't load the members.`}
          {...explain(error, administratorWords)}
          onRetry={() => void refetch()}
        />
      )}
      {data && (error || !isOnline) && (
        <p className="members-muted">
          <LastUpdated at={dataUpdatedAt} />
        </p>
      )}
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
                remindedId={remindedId}
                onReset={handleReset}
                onRemind={handleRemind}
              />
            </Card>
          )}
          {data.leftOut > 0 && (
            <p className="members-muted">
              <span>
                <Plural
                  value={data.leftOut}
                  one="# member isn't shown because we couldn't read their details."
                  other="# members aren't shown because we couldn't read their details."
                />
              </span>
              <SentenceGap />
              <Trans>
                Contact <MailLink to={config.supportEmail} /> to get this fixed.
              </Trans>
            </p>
          )}
        </>
      ) : (
        !error && <MembersSkeleton />
      )}
      {question && 'reminder' in question && (
        <ReminderDialog reminder={question.reminder} onClose={close} />
      )}
      {toReset && (
        <ProveFirst
          key={toReset.id}
          call={{ path: '/mfa/reset', body: { resetUserId: toReset.id } }}
          onDeclined={close}
        >
          <ResetMemberDialog
            member={toReset}
            isRequired={isRequired}
            onReset={() => setResetId(toReset.id)}
            onClose={close}
          />
        </ProveFirst>
      )}
    </section>
  );
}

function Count({ found, of }: { found: number; of: number }) {
  const { i18n } = useLingui();
  const shown = i18n.number(found);
  return (
    <span role="status">
      {found === 0 && of > 0 ? (
        <Trans>No matches. Check the spelling, or try part of the address.</Trans>
      ) : found < of ? (
        <Plural value={of} one={`${shown} of # member`} other={`${shown} of # members`} />
      ) : (
        <Plural value={of} _0="No members" one="# member" other="# members" />
      )}
    </span>
  );
}

/** Has the size of the search field and of the first rows. */
function MembersSkeleton() {
  return (
    <>
      <div className="field">
        <Skeleton width="13rem" />
        <Skeleton height="var(--target)" />
        <Reading width="6rem" className="field-hint">
          <Trans>Loading the members</Trans>
        </Reading>
      </div>
      <Card aria-hidden="true">
        {['11rem', '9rem', '12rem'].map((width) => (
          <div key={width} className="member-row">
            <div className="member-row-title">
              <Skeleton width={width} />
            </div>
            <div className="member-row-detail">
              <Skeleton width="14rem" />
            </div>
          </div>
        ))}
      </Card>
    </>
  );
}
