/**
 * The colors of mails, as mail programs understand them: neither custom properties nor `oklch`. Each
 * is a light and a dark one. `compose-mail.test.ts` holds their contrast.
 */
export const mailColors = {
  page: ['#f4f5f8', '#101218'],
  card: ['#ffffff', '#1a1d26'],
  panel: ['#f1f3fd', '#232942'],
  line: ['#dcdfe8', '#3a4052'],
  text: ['#1d2130', '#f0f1f6'],
  muted: ['#414757', '#c3c8d6'],
  link: ['#2f3fb8', '#b3c2ff'],
  button: ['#3345c8', '#aebdff'],
  onButton: ['#ffffff', '#10142a'],
} as const;

type MailColor = keyof typeof mailColors;

/** What each class is drawn in. The dark colors override inline styles, hence `!important`. */
const classes: Record<string, { background?: MailColor; color?: MailColor; border?: MailColor }> = {
  page: { background: 'page' },
  card: { background: 'card', border: 'line' },
  panel: { background: 'panel', border: 'line' },
  text: { color: 'text' },
  muted: { color: 'muted' },
  link: { color: 'link' },
  button: { background: 'button', color: 'onButton' },
};

/** The inline style of a class in the light theme, for programs that drop the style sheet. */
export function lightStyle(name: string): string {
  return declarations(name, 0, '');
}

/** The rules of the dark theme. */
export function darkRules(): string {
  return Object.keys(classes)
    .map((name) => `.${name} { ${declarations(name, 1, ' !important')} }`)
    .join('\n');
}

function declarations(name: string, theme: 0 | 1, priority: string): string {
  const { background, color, border } = classes[name] ?? {};
  return Object.entries({ 'background-color': background, color, 'border-color': border })
    .flatMap(([property, key]) =>
      key === undefined ? [] : [`${property}: ${mailColors[key][theme]}${priority}`],
    )
    .join('; ');
}
