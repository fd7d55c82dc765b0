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
    doubt: i18n._("Didn't expect this? See your organization"),
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
            "{person} turned on the second step requirement for {organization}. Members who don't have one yet are asked to set one up.",
            { person, organization },
          )
        : i18n._(
            '{person} turned off the second step requirement for {organization}. Members can sign in with their password alone if they turn theirs off.',
            { person, organization },
          ),
    ],
  };
}
