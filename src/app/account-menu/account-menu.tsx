import { Trans } from '@lingui/react/macro';
import { Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';

import { useSignOut } from '../../api/account.ts';
import { isAdministrator, type Profile } from '../../api/contract.ts';
import { paths } from '../../lib/paths.ts';
import { preload } from '../../lib/preload.ts';
import { addWords } from '../../lib/words.ts';
import { GlobeIcon, UserIcon } from '../../ui/icons.tsx';
import { SignOutIcon } from '../../ui/later-icons.tsx';
import type { MenuButtonProps } from '../../ui/menu-button.tsx';
import { MenuItem } from '../../ui/menu-item.tsx';
import { Menu } from '../../ui/menu.tsx';
import { loadLaterPages } from '../account-nav.tsx';
import { PreferencesDialog } from '../preferences-button.tsx';
import { messages } from './locales/en.po';
import './account-menu.css';

addWords(messages);

const loadOrganization = () => loadLaterPages().then((code) => code.loadOrganization());

interface Props {
  button: MenuButtonProps;
  profile: Profile | undefined;
}

export function AccountMenu({ button, profile }: Props) {
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [hasPreferences, setHasPreferences] = useState(false);
  const isAdmin = profile !== undefined && isAdministrator(profile);
  // The menu is open: what it leads to may be chosen next.
  useEffect(() => {
    if (isAdmin) preload(loadOrganization);
  }, [isAdmin]);
  return (
    <>
      <Menu {...button} heading={<bdi className="account-menu-email">{profile?.email}</bdi>}>
        {isAdmin && (
          <MenuItem onSelect={() => void navigate(paths.organization)}>
            <UserIcon /> <Trans>Organization</Trans>
          </MenuItem>
        )}
        <MenuItem onSelect={() => setHasPreferences(true)}>
          <GlobeIcon /> <Trans>Language and theme</Trans>
        </MenuItem>
        <MenuItem onSelect={() => signOut.mutate()}>
          <SignOutIcon /> <Trans>Sign out</Trans>
        </MenuItem>
      </Menu>
      <Suspense>
        {hasPreferences && <PreferencesDialog onClose={() => setHasPreferences(false)} />}
      </Suspense>
    </>
  );
}
