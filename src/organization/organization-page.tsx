import './words.ts';

import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { explain } from '../api/explain.ts';
import { mfaQueries } from '../api/mfa.ts';
import { profileQuery } from '../api/account.ts';
import { Failure } from '../ui/failure.tsx';
import { assessAccess } from './access.ts';
import { Members } from './members.tsx';
import { OrganizationFrame } from './organization-frame.tsx';
import { NotAdministrator, OwnMethodFirst } from './organization-refusals.tsx';
import { OrganizationSkeleton } from './organization-skeleton.tsx';
import { RequirementCard } from './requirement-card.tsx';

/** For owners and administrators. Nothing about members is asked for before the role is known. */
export function OrganizationPage() {
  const { t } = useLingui();
  // Always read again: what was read for another page may be a role of five minutes ago.
  const { data: profile, ...profileQueryState } = useQuery({ ...profileQuery(), staleTime: 0 });
  const { data: status, ...statusQueryState } = useQuery(mfaQueries.status());

  if (profile && status) {
    switch (assessAccess(profile, status)) {
      case 'not-administrator':
        return <NotAdministrator />;
      case 'own-method-first':
        return <OwnMethodFirst />;
      case 'open':
        return (
          <OrganizationFrame>
            <RequirementCard status={status} />
            <Members readerId={profile.id} isRequired={status.isEnforced} />
          </OrganizationFrame>
        );
    }
  }

  const error = profileQueryState.error ?? statusQueryState.error;
  const readAgain = () =>
    void Promise.all([profileQueryState.refetch(), statusQueryState.refetch()]);
  return (
    <OrganizationFrame>
      {error ? (
        <Failure
          what={t`Your organization could not be read.`}
          {...explain(error)}
          onRetry={readAgain}
        />
      ) : (
        <OrganizationSkeleton />
      )}
    </OrganizationFrame>
  );
}
