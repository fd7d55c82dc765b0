import { fitAccent } from '../../brand/accent-colors.ts';
import { cardRadius } from '../../brand/brand.ts';
import type { Brand } from '../../brand/brand.ts';

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

/** How the mails of a brand look. */
export interface MailLook {
  /** The inline style of a class in the light theme, for programs that drop the style sheet. */
  lightStyle: (name: string) => string;
  /** The rules of the dark theme. */
  darkRules: string;
  /** Pixels. */
  radius: { button: number; panel: number; card: number };
}

export function mailLook({ accent, radius }: Pick<Brand, 'accent' | 'radius'>): MailLook {
  const colors = mailColorsOf(accent);
  const names = Object.keys(classes);
  return {
    lightStyle: (name) => declarations(colors, name, 0, ''),
    darkRules: names
      .map((name) => `.${name} { ${declarations(colors, name, 1, ' !important')} }`)
      .join('\n'),
    radius:
      radius === undefined
        ? { button: 9, panel: 12, card: 14 }
        : { button: radius, panel: radius, card: cardRadius(radius) },
  };
}

type Colors = Record<MailColor, readonly [light: string, dark: string]>;

/** The mails' own colors, or those that follow from an accent color. */
export function mailColorsOf(accent: string | undefined): Colors {
  if (accent === undefined) return mailColors;
  const [light, dark] = [fitAccent(accent, 'light'), fitAccent(accent, 'dark')];
  return {
    ...mailColors,
    panel: [light.soft, dark.soft],
    link: [light.accent, dark.accent],
    button: [light.accent, dark.accent],
    onButton: [light.onAccent, dark.onAccent],
  };
}

function declarations(colors: Colors, name: string, theme: 0 | 1, priority: string): string {
  const { background, color, border } = classes[name] ?? {};
  return Object.entries({ 'background-color': background, color, 'border-color': border })
    .flatMap(([property, key]) =>
      key === undefined ? [] : [`${property}: ${colors[key][theme]}${priority}`],
    )
    .join('; ');
}
