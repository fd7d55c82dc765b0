import { Trans, useLingui } from '@lingui/react/macro';

import { Link } from '../../lib/link.tsx';
import { paths } from '../../lib/paths.ts';
import { addWords } from '../../lib/words.ts';
import { buttonClass } from '../../ui/button.tsx';
import { SearchIcon } from '../../ui/later-icons.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { messages } from './locales/en.po';

// The page loads lazily, and its words load with it.
addWords(messages);

export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Outcome
      icon={<SearchIcon />}
      title={t`This page doesn't exist`}
      actions={
        <Link to={paths.settings} className={buttonClass('primary')}>
          <Trans>Go to settings</Trans>
        </Link>
      }
    >
      <Trans>Check the address, or start from your settings.</Trans>
    </Outcome>
  );
}
