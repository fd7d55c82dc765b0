import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

import { MenuItem } from '../../ui/menu-item.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuButtonProps } from '../../ui/menu-button.tsx';
import type { MethodAction, MethodView, Obstacle } from '../describe-methods.ts';
import { messages } from './locales/en.po';

i18n.load('en', messages);

export const obstacleWords: Record<Obstacle, MessageDescriptor> = {
  'required-by-organization': msg`Your organization requires a second step, and this is your only method. Turn on another one first.`,
};

interface Props {
  button: MenuButtonProps;
  /** The method's name. */
  name: string;
  view: MethodView;
  isDisabled: boolean;
  onStart: (action: MethodAction) => void;
}

/** What can be done with a method, beside its main action. */
export function RowMenu({ button, name, view, isDisabled, onStart }: Props) {
  const { t } = useLingui();
  const { mainAction, menuActions, obstacles } = view;
  const words: Partial<Record<MethodAction, string>> = {
    'make-primary': t`Make ${name} primary`,
    test: t`Test ${name} now`,
    'set-up-again': view.type === 'PASSKEY' ? t`Add another passkey` : t`Set up ${name} again`,
    'turn-off': t`Turn off ${name}`,
  };
  const makePrimary = mainAction === 'make-primary' ? [mainAction] : [];
  return (
    <Menu {...button}>
      {[...makePrimary, ...menuActions].map((action) => {
        const obstacle = obstacles[action];
        return (
          <MenuItem
            key={action}
            className={action === 'make-primary' ? 'method-row-on-phones' : ''}
            tone={action === 'turn-off' ? 'danger' : undefined}
            isDisabled={isDisabled || obstacle !== undefined}
            reason={obstacle && t(obstacleWords[obstacle])}
            onSelect={() => onStart(action)}
          >
            {words[action]}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
