import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';

import { Link } from '../../../lib/link.tsx';
import { explain } from '../../../api/explain.ts';
import { paths } from '../../../lib/paths.ts';
import { accountPasskeysQuery } from '../../../passkey/account-passkeys.ts';
import {
  keepPasskeyNote,
  type PasskeyNote,
  passkeyNotesQuery,
} from '../../../passkey/passkey-notes.ts';
import { useFocusOnMount } from '../../../proof/use-focus-on-mount.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Waiting } from '../../../ui/reading.tsx';
import { useNamePasskey } from '../../owned/passkey-label.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';
import './passkeys.css';

/** The account's passkeys, with the names that this browser knows, and a way to rename them. */
export function YourPasskeys() {
  const close = useCloseDialog();
  const { state } = useLocation();
  const { data: passkeys, error, refetch } = useQuery(accountPasskeysQuery());
  const { data: notes = {} } = useQuery(passkeyNotesQuery());

  function content() {
    if (error)
      return (
        <Failure
          what={<Trans>We couldn't load your passkeys.</Trans>}
          {...explain(error)}
          onRetry={() => void refetch()}
        />
      );
    if (passkeys === undefined) return <Waiting height="6rem" />;
    if (passkeys === null)
      return (
        <p>
          <Trans>We can't tell which passkeys your account has.</Trans>
        </p>
      );
    if (passkeys.length === 0)
      return (
        <p>
          <Trans>You have no passkeys yet.</Trans>
        </p>
      );
    return (
      <>
        <ul className="passkey-list">
          {passkeys.map(({ id }) => (
            <Passkey key={id} id={id} note={notes[id]} />
          ))}
        </ul>
        <p className="passkey-note">
          <Trans>Names and dates are kept in this browser only.</Trans>
        </p>
      </>
    );
  }

  return (
    <Dialog
      title={<Trans>Your passkeys</Trans>}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>
            <Trans>Close</Trans>
          </Button>
          {/* Replaces this dialog's address, so that Back leads to the settings from there as well. */}
          <Link
            className={buttonClass('primary')}
            to={paths.setUp('passkey')}
            replace
            state={state as unknown}
          >
            {passkeys?.length === 0 ? (
              <Trans>Set up a passkey</Trans>
            ) : (
              <Trans>Add another passkey</Trans>
            )}
          </Link>
        </>
      }
    >
      {content()}
    </Dialog>
  );
}

function Passkey({ id, note }: { id: string; note: PasskeyNote | undefined }) {
  const { i18n, t } = useLingui();
  const [isRenaming, setIsRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const namePasskey = useNamePasskey();
  const madeAt = note?.madeAt;
  const date = madeAt !== undefined && i18n.date(new Date(madeAt), { dateStyle: 'long' });
  const name = namePasskey(note) ?? t`Passkey from another browser`;
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (wasRenaming.current && !isRenaming) button.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  if (isRenaming)
    return (
      <li>
        <RenameForm id={id} note={note} onClose={() => setIsRenaming(false)} />
      </li>
    );
  return (
    <li>
      <span>
        <strong key={name}>{name}</strong>
        {date && (
          <span className="passkey-note">
            <br />
            <Trans>Created here on {date}</Trans>
          </span>
        )}
      </span>
      <Button
        ref={button}
        variant="quiet"
        aria-label={t`Rename ${name}`}
        onClick={() => setIsRenaming(true)}
      >
        <Trans>Rename</Trans>
      </Button>
    </li>
  );
}

interface RenameProps {
  id: string;
  note: PasskeyNote | undefined;
  onClose: () => void;
}

/** Gives a passkey a name of one's own; an empty one gives it its first name back. */
function RenameForm({ id, note, onClose }: RenameProps) {
  const queryClient = useQueryClient();
  const namePasskey = useNamePasskey();
  const field = useRef<HTMLInputElement>(null);
  useFocusOnMount(field);

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    const name = field.current?.value.trim();
    keepPasskeyNote(id, { ...note, name: name || undefined });
    await queryClient.invalidateQueries(passkeyNotesQuery());
    onClose();
  }

  return (
    <form noValidate onSubmit={(event) => void handleSubmit(event)}>
      <TextField
        ref={field}
        label={<Trans>Name</Trans>}
        defaultValue={namePasskey(note)}
        maxLength={60}
        autoComplete="off"
      />
      <div className="notice-actions">
        <Button onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" variant="primary">
          <Trans>Save name</Trans>
        </Button>
      </div>
    </form>
  );
}
