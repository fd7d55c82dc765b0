import { Trans } from '@lingui/react/macro';
import { Suspense, useState } from 'react';

import { lazyPage } from '../lib/lazy-page.ts';
import { preload } from '../lib/preload.ts';
import { Button } from '../ui/button.tsx';
import { GlobeIcon } from '../ui/icons.tsx';
import './layout.css';

const loadDialog = () =>
  import('./preferences/preferences-dialog.tsx').then((code) => code.PreferencesDialog);
export const PreferencesDialog = lazyPage(loadDialog);

/** Below each page of somebody who is not signed in; whoever is finds the same in their menu. */
export function PreferencesButton() {
  const [isOpen, setIsOpen] = useState(false);
  const handlePreload = () => preload(loadDialog);
  return (
    <div className="layout-end">
      <Button
        variant="quiet"
        onFocus={handlePreload}
        onPointerEnter={handlePreload}
        onClick={() => setIsOpen(true)}
      >
        <GlobeIcon /> <Trans>Language and theme</Trans>
      </Button>
      <Suspense>{isOpen && <PreferencesDialog onClose={() => setIsOpen(false)} />}</Suspense>
    </div>
  );
}
