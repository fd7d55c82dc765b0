import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';

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
const tones: Partial<Record<MethodState, 'good'>> = { on: 'good' };

interface Props {
  view: MethodView;
  /** The server's name for a method that this version does not know. */
  serverName?: string | null | undefined;
  /** It was asked for, and the list does not show it yet. */
  isBecomingPrimary?: boolean;
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
  headingRef,
  use,
  actions,
  children,
}: Props) {
  const { t } = useLingui();
  const known = isMfaType(view.type) ? view.type : undefined;
  return (
    <li className="method-row">
      <IconTile tone={view.isPrimary ? 'accent' : 'neutral'}>
        {known ? icons[known] : <InfoIcon />}
      </IconTile>
      <div className="method-row-words">
        <div className="method-row-title">
          <h3 ref={headingRef} id={known} tabIndex={-1}>
            {known ? t(methodNames[known]) : (serverName ?? view.type)}
          </h3>
          {view.isPrimary && <Badge tone="accent">{t`Primary`}</Badge>}
          {isBecomingPrimary && <Badge tone="pending">{t`Making primary…`}</Badge>}
          <Badge tone={tones[view.state] ?? 'neutral'}>{t(stateWords[view.state])}</Badge>
        </div>
        {use && <p className="method-row-use">{use}</p>}
      </div>
      {actions && <div className="method-row-actions">{actions}</div>}
      {children && <div className="method-row-answers">{children}</div>}
    </li>
  );
}
