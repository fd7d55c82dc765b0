import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import type { MfaType } from '../api/contract.ts';
import { methodNames } from '../api/methods.ts';
import { Link } from '../lib/link.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { IconTile } from '../ui/icon-tile.tsx';
import { ShieldIcon, WarningIcon } from '../ui/icons.tsx';
import { SentenceGap } from '../ui/sentence-gap.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import './protection-card.css';
import type { Protection } from './protection.ts';
import type { Recommendation } from './recommendation/recommend.ts';
import { TurnOnAgain } from './turn-on-again.tsx';
import { dialogPath, fromSettings } from './use-dialog-route.ts';

interface Props {
  protection: Protection;
  recommendation: Recommendation | null;
  /** The state on screen could not be refetched, so nobody knows what a failed change left behind. */
  isStale: boolean;
}

/** How well the account is protected, and what to do next. */
export function ProtectionCard({ protection, recommendation: next, isStale }: Props) {
  // Turned on again, it takes no time.
  const isOff = next?.reason === 'is-off';
  switch (protection.kind) {
    case 'protected':
      return (
        <Frame
          tone="good"
          title={<Trans>Your account is protected</Trans>}
          next={next}
          isStale={isStale}
        >
          <p key="protected">
            <Protected {...protection} hasNext={next !== null} />
          </p>
        </Frame>
      );
    case 'missing':
      return (
        <Frame
          tone="bad"
          title={<Trans>Your organization requires a second step</Trans>}
          next={next}
          isStale={isStale}
        >
          <RequiredSteps />
        </Frame>
      );
    case 'unprotected':
      return (
        <Frame
          tone="warn"
          title={<Trans>Your account isn't protected</Trans>}
          next={next}
          isStale={isStale}
        >
          <p key={`unprotected ${isOff}`}>
            {isOff ? (
              <Trans>Anyone with your password can sign in.</Trans>
            ) : (
              <Trans>
                Anyone with your password can sign in. Add a second step; it takes about two
                minutes.
              </Trans>
            )}
          </p>
        </Frame>
      );
  }
}

const askedFirst: Record<MfaType, MessageDescriptor> = {
  PASSKEY: msg`We ask for your passkey first.`,
  GOOGLE_AUTH: msg`We ask for a code from your authenticator app first.`,
  MAGIC_LINK: msg`We ask for a magic link first.`,
};

interface ProtectedProps extends Extract<Protection, { kind: 'protected' }> {
  /** The card goes on with a method to set up, and why. */
  hasNext: boolean;
}

function Protected({ on, of, primary, hasNext }: ProtectedProps) {
  const { i18n, t } = useLingui();
  const all = i18n.number(of);
  const asked = on > 1 && primary && t(askedFirst[primary]);
  return (
    <>
      <Plural value={on} one={`# of ${all} methods is on.`} other={`# of ${all} methods are on.`} />
      <SentenceGap />
      {asked && <span key={asked}>{asked}</span>}
      {on === 1 && !hasNext && (
        <span key="alone">
          <Trans>Add a second method in case you lose this one.</Trans>
        </span>
      )}
    </>
  );
}

/** Shown only while no method is on, so the last step is never done. */
function RequiredSteps() {
  const { t } = useLingui();
  return (
    <ol className="protection-card-steps" aria-label={t`What your organization requires`}>
      <li data-done>
        <Trans>Sign in with your password</Trans>
        <VisuallyHidden>
          {' '}
          <Trans>(done)</Trans>
        </VisuallyHidden>
      </li>
      <li>
        <Trans>Turn on a second step</Trans>
      </li>
    </ol>
  );
}

const reasons: Record<Recommendation['reason'], MessageDescriptor> = {
  'is-off': msg`You have a method that's turned off. One click turns it back on.`,
  'cannot-be-phished': msg`A passkey is the strongest method, and this device can use one.`,
  'no-passkeys-on-this-device': msg`An authenticator app is the strongest method this device can use.`,
  'beside-passkey': msg`An authenticator app lets you in when you don't have your passkey.`,
  'works-offline': msg`An authenticator app is stronger than an emailed link.`,
};

interface FrameProps {
  tone: 'good' | 'warn' | 'bad';
  title: ReactNode;
  next: Recommendation | null;
  isStale: boolean;
  children: ReactNode;
}

function Frame({ tone, title, next, isStale, children }: FrameProps) {
  const { t } = useLingui();
  const name = next && t(methodNames[next.mfaType]);
  return (
    <Card className={`protection-card tone-${tone}`}>
      <IconTile tone={tone}>{tone === 'good' ? <ShieldIcon /> : <WarningIcon />}</IconTile>
      <div className="protection-card-words">
        <h2>{title}</h2>
        {children}
        {next && <p key={next.reason}>{t(reasons[next.reason])}</p>}
      </div>
      {next?.reason === 'is-off' && (
        <TurnOnAgain key={next.mfaType} mfaType={next.mfaType} isStale={isStale} />
      )}
      {next && next.reason !== 'is-off' && (
        <Link
          key={next.mfaType}
          className={buttonClass()}
          to={dialogPath('set-up', next.mfaType)}
          state={fromSettings}
        >
          <Trans>Set up {name}</Trans>
        </Link>
      )}
    </Card>
  );
}
