import { useLingui } from '@lingui/react/macro';

import { MenuItem } from '../../ui/menu-item.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuButtonProps } from '../../ui/menu-button.tsx';
import type { MethodAction, MethodView } from '../describe-methods.ts';
import { obstacleWords } from './obstacle-words.ts';
import './row-menu.css';

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
