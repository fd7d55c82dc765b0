import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

import { Button } from '../ui/button.tsx';
import { MenuItem } from '../ui/menu-item.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MethodAction, MethodView, Obstacle } from './describe-methods.ts';

export const obstacleWords: Record<Obstacle, MessageDescriptor> = {
  'required-by-organization': msg`Your organization requires a second step, and this is your only method. Turn on another one first.`,
};

interface Props {
  /** The method's name, for the names of the buttons. */
  name: string;
  view: MethodView;
  /** The action that is running. */
  pending: string | undefined;
  isDisabled: boolean;
  onStart: (action: MethodAction) => void;
}

/** At most one button, and the rest in a menu. */
export function MethodActions({ name, view, pending, isDisabled, onStart }: Props) {
  const { t } = useLingui();
  const words = useActionWords(name, view.type);
  const { mainAction, menuActions, obstacles } = view;
  return (
    <>
      {mainAction && (
        <Button
          key={mainAction}
          variant={mainAction === 'send-link' || mainAction === 'set-up' ? 'primary' : 'secondary'}
          aria-label={words[mainAction].name}
          isBusy={pending === mainAction}
          isDisabled={isDisabled || pending !== undefined}
          onClick={() => onStart(mainAction)}
        >
          {words[mainAction].label}
        </Button>
      )}
      {menuActions.length > 0 && (
        <Menu label={t`More for ${name}`}>
          {menuActions.map((action) => {
            const obstacle = obstacles[action];
            return (
              <MenuItem
                key={action}
                tone={action === 'turn-off' ? 'danger' : undefined}
                isDisabled={isDisabled || pending !== undefined || obstacle !== undefined}
                reason={obstacle && t(obstacleWords[obstacle])}
                onSelect={() => onStart(action)}
              >
                {words[action].name}
              </MenuItem>
            );
          })}
        </Menu>
      )}
    </>
  );
}

/** What a button shows, and its accessible name, which includes the method's name. */
function useActionWords(
  name: string,
  type: string,
): Record<MethodAction, { label: string; name: string }> {
  const { t } = useLingui();
  return {
    'turn-on': { label: t`Turn on`, name: t`Turn on ${name}` },
    'turn-off': { label: t`Turn off`, name: t`Turn off ${name}` },
    'make-primary': { label: t`Make primary`, name: t`Make ${name} primary` },
    'set-up': { label: t`Set up`, name: t`Set up ${name}` },
    'set-up-again': {
      label: t`Set up again`,
      name: type === 'PASSKEY' ? t`Add another passkey` : t`Set up ${name} again`,
    },
    'send-link': { label: t`Send link`, name: t`Send link` },
    test: { label: t`Test it now`, name: t`Test ${name} now` },
  };
}
