import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

import type { MfaType } from '../api/contract.ts';
import { Card } from '../ui/card.tsx';
import { IconTile } from '../ui/icon-tile.tsx';
import { ShieldIcon, WarningIcon } from '../ui/icons.tsx';
import './protection-card.css';
import type { Protection } from './protection.ts';

/** How well the account is protected, at a glance. */
export function ProtectionCard({ protection }: { protection: Protection }) {
  switch (protection.kind) {
    case 'protected':
      return (
        <Frame tone="good" title={<Trans>Your account is protected</Trans>}>
          <Protected {...protection} />
        </Frame>
      );
    case 'missing':
      return (
        <Frame tone="bad" title={<Trans>Your organization requires a second step</Trans>}>
          <Trans>No method is on yet. Set one up below; it takes about two minutes.</Trans>
        </Frame>
      );
    case 'unprotected':
      return (
        <Frame tone="warn" title={<Trans>Your account isn't protected</Trans>}>
          <Trans>
            Anyone with your password can sign in. Add a second step; it takes about two minutes.
          </Trans>
        </Frame>
      );
  }
}

/** What sign-in asks for, inside a sentence. */
const askedFor: Record<MfaType, MessageDescriptor> = {
  PASSKEY: msg`your passkey`,
  GOOGLE_AUTH: msg`a code from your authenticator app`,
  MAGIC_LINK: msg`a magic link`,
};

function Protected({ on, of, primary }: Extract<Protection, { kind: 'protected' }>) {
  const { t } = useLingui();
  const first = primary && t(askedFor[primary]);
  return (
    <>
      <Plural value={on} one={`# of ${of} methods is on.`} other={`# of ${of} methods are on.`} />{' '}
      {first &&
        (on === 1 ? (
          <Trans>We ask for {first}. Add a second method in case you lose this one.</Trans>
        ) : (
          <Trans>We ask for {first} first.</Trans>
        ))}
    </>
  );
}

interface FrameProps {
  tone: 'good' | 'warn' | 'bad';
  title: ReactNode;
  children: ReactNode;
}

function Frame({ tone, title, children }: FrameProps) {
  return (
    <Card className="protection-card">
      <IconTile tone={tone}>{tone === 'good' ? <ShieldIcon /> : <WarningIcon />}</IconTile>
      <div>
        <h2>{title}</h2>
        <p key={tone}>{children}</p>
      </div>
    </Card>
  );
}
