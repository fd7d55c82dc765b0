import { useLingui, Trans } from '@lingui/react/macro';
import { useCallback, useState } from 'react';

import type { Member } from '../api/contract-organization.ts';
import { copyText } from '../lib/copy-text.ts';
import { base } from '../lib/paths.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { announce } from '../ui/live-region.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** For whom a reminder was copied: the id of a member, or everyone who has no second step. */
type Reminded = string;
const everyone = 'everyone';

/**
 * Copies a short message to send to a member, or to everyone, who has no second step.
 * @param organization its name, if it is known
 * @param onRefused shows the message where the browser doesn't copy it
 */
export function useReminder(
  organization: string | undefined,
  onRefused: (reminder: string) => void,
) {
  const { t } = useLingui();
  const [reminded, setReminded] = useState<Reminded>();
  const remind = useCallback(
    async (member?: Member) => {
      const firstName = member?.name?.trim();
      const link = `${window.location.origin}${base}`;
      const reminder = [
        member ? (firstName ? t`Hi ${firstName},` : t`Hi,`) : t`Hi everyone,`,
        organization
          ? t`Please add a second step to your ${organization} account. It takes about two minutes:`
          : t`Please add a second step to your account. It takes about two minutes:`,
        link,
        t`It keeps your account safe even if someone learns your password. Thank you!`,
      ].join('\n\n');
      if (!(await copyText(reminder))) return onRefused(reminder);
      setReminded(member?.id ?? everyone);
      announce(t`Reminder copied. Paste it into an email or a chat.`);
    },
    [organization, onRefused, t],
  );
  return { isEveryoneReminded: reminded === everyone, remindedId: reminded, remind };
}

/** Copies a reminder for everyone who has no second step. */
export function RemindEveryone({
  isCopied,
  onRemind,
}: {
  isCopied: boolean;
  onRemind: () => void;
}) {
  return (
    <Button onClick={onRemind}>
      {isCopied ? (
        <span key="copied">
          <Trans>
            Copied<VisuallyHidden> a reminder for all</VisuallyHidden>
          </Trans>
        </span>
      ) : (
        <span key="copy">
          <Trans>Copy a reminder for all</Trans>
        </span>
      )}
    </Button>
  );
}

/** Shows a reminder that the browser didn't copy. */
export function ReminderDialog({ reminder, onClose }: { reminder: string; onClose: () => void }) {
  return (
    <Dialog
      title={<Trans>Copy this reminder</Trans>}
      onClose={onClose}
      footer={
        <Button onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      }
    >
      <Field
        label={<Trans>Reminder</Trans>}
        hint={<Trans>Your browser couldn't copy it. Select the text instead.</Trans>}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            readOnly
            rows={10}
            value={reminder}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
    </Dialog>
  );
}
