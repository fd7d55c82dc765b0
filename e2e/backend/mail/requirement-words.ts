import type { I18n } from './i18n.ts';

export interface RequirementChanged {
  kind: 'requirement-changed';
  isRequired: boolean;
  organization: string;
  by: string;
  /** Whether the reader is who changed it. */
  isReader: boolean;
}

/** What differs from other notices where an organization's requirement of a second step changed. */
export function requirementWords(
  { isRequired, organization, by: person, isReader }: RequirementChanged,
  i18n: I18n,
) {
  const others = {
    doubt: i18n._("Didn't expect this? Go to your organization"),
    doubtPath: '/organization' as const,
    otherwise: i18n._("If you expected this, there's nothing else to do."),
  };
  return {
    ...(isReader ? {} : others),
    subject: isRequired
      ? i18n._('Your organization now requires a second step')
      : i18n._('Your organization no longer requires a second step'),
    paragraphs: [
      isRequired
        ? i18n._(
            '{person} now requires a second step for everyone in {organization}. Members without one will be asked to set one up the next time they sign in.',
            { person, organization },
          )
        : i18n._(
            '{person} no longer requires a second step in {organization}. Members keep the methods they have, but can turn them off.',
            { person, organization },
          ),
    ],
  };
}
