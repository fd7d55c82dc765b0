import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';

import { isAdministrator, type Profile } from '../api/contract.ts';
import { profileQuery } from '../api/account.ts';
import { paths } from '../lib/paths.ts';
import { preload } from '../lib/preload.ts';
import { SignOutIcon, UserIcon } from '../ui/icons.tsx';
import { Menu } from '../ui/menu.tsx';
import { MenuItem } from '../ui/menu-item.tsx';
import { useSignOut } from '../api/account.ts';
import { loadLaterPages } from './account-nav.tsx';
import './layout.css';

const loadOrganization = () => loadLaterPages().then((code) => code.loadOrganization());

export function AccountMenu() {
  const { t } = useLingui();
  const { data: profile } = useQuery(profileQuery());
  const signOut = useSignOut();
  const navigate = useNavigate();
  const isAdmin = profile !== undefined && isAdministrator(profile);
  // The keyboard, a mouse or a finger is about to open the menu.
  const preloadPages = () => isAdmin && preload(loadOrganization);
  return (
    <div className="layout-account" onFocus={preloadPages} onPointerEnter={preloadPages}>
      <span className="layout-email">{profile?.email}</span>
      <Menu
        label={t`Account`}
        icon={profile ? initials(profile) : <UserIcon />}
        heading={<span className="layout-menu-email">{profile?.email}</span>}
      >
        {isAdmin && (
          <MenuItem onSelect={() => void navigate(paths.organization)}>
            <UserIcon /> <Trans>Organization</Trans>
          </MenuItem>
        )}
        <MenuItem onSelect={() => signOut.mutate()}>
          <SignOutIcon /> <Trans>Sign out</Trans>
        </MenuItem>
      </Menu>
    </div>
  );
}

function initials({ name, lastName, email }: Profile): string {
  const letters = [name, lastName].flatMap((word) => [...(word ?? '')].slice(0, 1)).join('');
  return (letters || [...email].slice(0, 1).join('')).toUpperCase();
}
