import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';

import { Link } from '../lib/link.tsx';
import type { MfaStatus, Profile } from '../api/contract.ts';
import { explain } from '../api/explain.ts';
import { mfaQueries } from '../api/mfa.ts';
import { profileQuery } from '../api/account.ts';
import { paths } from '../lib/paths.ts';
import { addWords } from '../lib/words.ts';
import { buttonClass } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { ShieldIcon, UserIcon } from '../ui/icons.tsx';
import { BackIcon } from '../ui/later-icons.tsx';
import { Outcome } from '../ui/outcome.tsx';
import { assessAccess } from './access.ts';
import { messages } from './locales/en.po';
import { organizationQuery } from './members-query.ts';
import { Members } from './members.tsx';
import './organization-page.css';
import { RequirementCard, RequirementSkeleton } from './requirement-card.tsx';

addWords(messages);

/** For owners and administrators. No members are requested before the role is known. */
export function OrganizationPage() {
  const { t } = useLingui();
  // Always refetched, because a cached profile may hold a role that is five minutes old.
  const { data: profile, ...profileQueryState } = useQuery({ ...profileQuery(), staleTime: 0 });
  const { data: status, ...statusQueryState } = useQuery(mfaQueries.status());

  if (profile && status) {
    switch (assessAccess(profile, status)) {
      case 'not-administrator':
        return <NotAdministrator />;
      case 'own-method-first':
        return <OwnMethodFirst />;
      case 'open':
        return <OpenOrganization profile={profile} status={status} />;
    }
  }

  const error = profileQueryState.error ?? statusQueryState.error;
  const refetchBoth = () =>
    void Promise.all([profileQueryState.refetch(), statusQueryState.refetch()]);
  return (
    <OrganizationFrame>
      {error ? (
        <Failure
          what={t`We couldn't load your organization.`}
          {...explain(error)}
          onRetry={refetchBoth}
        />
      ) : (
        <RequirementSkeleton />
      )}
    </OrganizationFrame>
  );
}

function OpenOrganization({ profile, status }: { profile: Profile; status: MfaStatus }) {
  // Only for its name: the page works without it, so nothing waits, and a failure isn't shown.
  const { data } = useQuery(organizationQuery(profile.orgId ?? ''));
  const name = data?.name ?? undefined;
  return (
    <OrganizationFrame name={name}>
      <RequirementCard status={status} />
      <Members readerId={profile.id} organization={name} isRequired={status.isEnforced} />
    </OrganizationFrame>
  );
}

function OrganizationFrame({ name, children }: { name?: string | undefined; children: ReactNode }) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  // For someone who came from the account menu, which had the focus.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="organization-page">
      <title>{t`Organization`}</title>
      <header>
        <Link to={paths.settings} className="organization-page-back">
          <BackIcon /> <Trans>Your settings</Trans>
        </Link>
        <h1 ref={heading} tabIndex={-1}>
          <Trans>Organization</Trans>
        </h1>
        {name === undefined ? (
          <p key="unnamed">
            <Trans>Manage sign-in security for everyone.</Trans>
          </p>
        ) : (
          <p key="named">
            <Trans>
              Manage sign-in security for everyone at <bdi>{name}</bdi>.
            </Trans>
          </p>
        )}
      </header>
      {children}
    </div>
  );
}

function NotAdministrator() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<UserIcon />}
      title={t`This page is for administrators`}
      actions={<ToSettings />}
    >
      <Trans>Only owners and administrators can manage an organization's sign-in security.</Trans>
    </Outcome>
  );
}

function OwnMethodFirst() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<ShieldIcon />}
      tone="warn"
      title={t`Set up your own second step first`}
      actions={<ToSettings />}
    >
      <Trans>
        Your organization requires one for everyone. You can manage other members once yours is on.
      </Trans>
    </Outcome>
  );
}

function ToSettings() {
  return (
    <Link to={paths.settings} className={buttonClass('primary')}>
      <Trans>Go to settings</Trans>
    </Link>
  );
}
