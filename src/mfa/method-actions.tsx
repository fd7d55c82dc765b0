import { useLingui } from '@lingui/react/macro';

import { lazyPage } from '../lib/lazy-page.ts';
import { useIdlePreload } from '../lib/preload.ts';
import { Button } from '../ui/button.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MethodAction, MethodView } from './describe-methods.ts';

const loadRowMenu = () => import('./row-menu/row-menu.tsx').then((code) => code.RowMenu);
const RowMenu = lazyPage(loadRowMenu);

interface Props {
  /** The method's name, for the names of the buttons. */
  name: string;
  view: MethodView;
  isRecommended: boolean;
  /** The action that is running. */
  pending: string | undefined;
  isDisabled: boolean;
  onStart: (action: MethodAction) => void;
}

/** At most one button, and the rest in a menu. */
export function MethodActions({ name, view, isRecommended, pending, isDisabled, onStart }: Props) {
  const { t } = useLingui();
  const words = useButtonWords(name);
  const { mainAction, menuActions } = view;
  const main = mainAction && words[mainAction];
  useIdlePreload(loadRowMenu, menuActions.length > 0);
  return (
    <>
      {main && (
        <Button
          key={mainAction}
          variant={isRecommended ? 'primary' : 'secondary'}
          className={mainAction === 'make-primary' ? 'method-row-on-wide-screens' : ''}
          aria-label={main.name}
          isBusy={pending === mainAction}
          isDisabled={isDisabled || pending !== undefined}
          onClick={() => onStart(mainAction)}
        >
          {main.label}
        </Button>
      )}
      {menuActions.length > 0 && (
        <MenuButton label={t`More for ${name}`} load={loadRowMenu}>
          {(button) => (
            <RowMenu
              button={button}
              name={name}
              view={view}
              isDisabled={isDisabled || pending !== undefined}
              onStart={onStart}
            />
          )}
        </MenuButton>
      )}
    </>
  );
}

/** What a button shows, and its accessible name, which includes the method's name. */
function useButtonWords(
  name: string,
): Partial<Record<MethodAction, { label: string; name: string }>> {
  const { t } = useLingui();
  return {
    'turn-on': { label: t`Turn on`, name: t`Turn on ${name}` },
    'make-primary': { label: t`Make primary`, name: t`Make ${name} primary` },
    'set-up': { label: t`Set up`, name: t`Set up ${name}` },
    'send-link': { label: t`Send link`, name: t`Send link` },
  };
}
