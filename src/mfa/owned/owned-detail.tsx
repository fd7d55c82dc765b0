import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router-dom';

import { Link } from '../../lib/link.tsx';
import type { MfaType } from '../../api/contract.ts';
import { paths } from '../../lib/paths.ts';
import { accountPasskeysQuery } from '../../passkey/account-passkeys.ts';
import { passkeyNotesQuery } from '../../passkey/passkey-notes.ts';
import '../../ui/lone-link.css';
import { fromSettings } from '../use-dialog-route.ts';
import { readBackupCodesMade } from './backup-codes-made.ts';
import { useNamePasskey } from './passkey-label.tsx';
import './words.ts';

/** What a person owns of a method that is set up, as far as it can be known. Lazy, below its row's name. */
export function OwnedDetail({ mfaType }: { mfaType: MfaType }) {
  switch (mfaType) {
    case 'PASSKEY':
      return <PasskeysDetail />;
    case 'GOOGLE_AUTH':
      return <BackupCodesDetail />;
    case 'MAGIC_LINK':
      return null;
  }
}

function PasskeysDetail() {
  const { i18n, t } = useLingui();
  const namePasskey = useNamePasskey();
  const { pathname } = useLocation();
  // A dialog may be asking for a proof, whose challenge another one would void.
  const isAlone = pathname === paths.settings;
  const { data: passkeys } = useQuery({ ...accountPasskeysQuery(), enabled: isAlone });
  const { data: notes = {} } = useQuery(passkeyNotesQuery());
  const names = (passkeys ?? []).flatMap(({ id }) => namePasskey(notes[id]) ?? []);
  const count = passkeys?.length ?? 0;
  const others = count - names.length;
  if (names.length > 0 && others > 0)
    names.push(
      t`${plural(others, { one: '# from another browser', other: '# from other browsers' })}`,
    );
  const list = new Intl.ListFormat(i18n.locale, { type: 'unit', style: 'long' }).format(names);
  return (
    <p className="method-row-use notice-actions">
      {count > 0 && (
        <span>
          <Plural value={count} one="# passkey" other="# passkeys" />
          {names.length > 0 && <span key={list}>: {list}</span>}
        </span>
      )}
      <Link className="lone-link" to={paths.passkeys} state={fromSettings}>
        <Trans>Manage passkeys</Trans>
      </Link>
    </p>
  );
}

function BackupCodesDetail() {
  const { i18n } = useLingui();
  const madeAt = readBackupCodesMade();
  const date = madeAt !== undefined && i18n.date(new Date(madeAt), { dateStyle: 'long' });
  return (
    <p className="method-row-use notice-actions">
      {date ? (
        <Trans>Backup codes created here on {date}.</Trans>
      ) : (
        <Trans>You got backup codes when you set up the app.</Trans>
      )}
      <Link className="lone-link" to={paths.setUp('authenticator-app')} state={fromSettings}>
        <Trans>Get new codes</Trans>
      </Link>
    </p>
  );
}
