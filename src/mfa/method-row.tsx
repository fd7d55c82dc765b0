import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode, type RefObject } from 'react';

import { isMfaType, type MfaType } from '../api/contract.ts';
import { methodNames } from '../api/methods.ts';
import { Badge } from '../ui/badge.tsx';
import { IconTile } from '../ui/icon-tile.tsx';
import { InfoIcon, KeyIcon, MailIcon, PhoneIcon } from '../ui/icons.tsx';
import type { MethodState, MethodView } from './describe-methods.ts';
import './method-row.css';

const icons: Record<MfaType, ReactNode> = {
  PASSKEY: <KeyIcon />,
  GOOGLE_AUTH: <PhoneIcon />,
  MAGIC_LINK: <MailIcon />,
};

const stateWords: Record<MethodState, MessageDescriptor> = {
  on: msg`On`,
  off: msg`Off`,
  'not-set-up': msg`Not set up`,
  unavailable: msg`Not available here`,
  unsupported: msg`Not supported in this version`,
};

interface Props {
  view: MethodView;
  /** The server's name for a method that this version does not know. */
  serverName?: string | null | undefined;
  /** It was asked for, and the list does not show it yet. */
  isBecomingPrimary?: boolean;
  /** It would protect the account best on this device. */
  isRecommended?: boolean;
  /** Takes the focus when the button that had it is gone. */
  headingRef?: RefObject<HTMLHeadingElement | null>;
  use?: ReactNode;
  actions?: ReactNode;
  /** What the row reports now: a link that was sent, a failure. */
  children?: ReactNode;
}

/** One method: its name, its state, and what can be done with it. */
export function MethodRow({
  view,
  serverName,
  isBecomingPrimary = false,
  isRecommended = false,
  headingRef,
  use,
  actions,
  children,
}: Props) {
  const { t } = useLingui();
  const known = isMfaType(view.type) ? view.type : undefined;
  const badge =
    (view.isPrimary && { tone: 'accent' as const, words: t`Primary` }) ||
    (isBecomingPrimary && { tone: 'pending' as const, words: t`Making primary…` }) ||
    (isRecommended && { tone: 'accent' as const, words: t`Recommended` });
  return (
    <li className="method-row">
      <IconTile tone={view.isPrimary ? 'accent' : 'neutral'}>
        {known ? icons[known] : <InfoIcon />}
      </IconTile>
      <div className="method-row-words">
        {/* All of it, so that somebody who goes from heading to heading hears the states. */}
        <h3 ref={headingRef} id={known} tabIndex={-1} className="method-row-title">
          <span>{known ? t(methodNames[known]) : (serverName ?? view.type)}</span>
          <Pause />
          <span className="method-row-state" data-state={view.state}>
            {t(stateWords[view.state])}
          </span>
          {badge && (
            <Fragment key={badge.words}>
              <Pause />
              <Badge tone={badge.tone}>{badge.words}</Badge>
            </Fragment>
          )}
        </h3>
        {use && <p className="method-row-use">{use}</p>}
      </div>
      {actions && <div className="method-row-actions">{actions}</div>}
      {children && <div className="method-row-answers">{children}</div>}
    </li>
  );
}

function Pause() {
  return <span className="method-row-pause">, </span>;
}
