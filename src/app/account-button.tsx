import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';

import { profileQuery } from '../api/account.ts';
import type { Profile } from '../api/contract.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { useIdlePreload } from '../lib/preload.ts';
import { UserIcon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import './layout.css';

const loadMenu = () => import('./account-menu/account-menu.tsx').then((code) => code.AccountMenu);
const AccountMenu = lazyPage(loadMenu);

/** Who is signed in, and the button of their menu. */
export function AccountButton() {
  const { t } = useLingui();
  const { data: profile } = useQuery(profileQuery());
  useIdlePreload(loadMenu, profile !== undefined);
  return (
    <div className="layout-account">
      <bdi className="layout-email">{profile?.email}</bdi>
      <MenuButton
        label={t`Account`}
        icon={profile ? initials(profile) : <UserIcon />}
        load={loadMenu}
      >
        {(button) => <AccountMenu button={button} profile={profile} />}
      </MenuButton>
    </div>
  );
}

function initials({ name, lastName, email }: Profile): string {
  const letters = [name, lastName].flatMap((word) => [...(word ?? '')].slice(0, 1)).join('');
  return (letters || [...email].slice(0, 1).join('')).toUpperCase();
}
