import type { EmailedLink } from '../lib/emailed-link.ts';
import { addWords } from '../lib/words.ts';
import { ChangePassword } from './change-password.tsx';
import { ForgotPassword } from './forgot-password.tsx';
import { messages } from './locales/en.po';
import { ResetPassword } from './reset-password.tsx';

// All pages about the password arrive together, with their words.
addWords(messages);

interface Props {
  kind: 'change' | 'forgot' | 'reset';
  link?: EmailedLink | undefined;
}

export function PasswordPage({ kind, link }: Props) {
  switch (kind) {
    case 'change':
      return <ChangePassword />;
    case 'forgot':
      return <ForgotPassword />;
    case 'reset':
      return <ResetPassword link={link} />;
  }
}
