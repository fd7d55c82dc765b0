import Color from 'colorjs.io';

/** What an accent colour comes to in one theme, as `#rrggbb`. */
export interface AccentColors {
  /** Links, buttons, marks and the ring around what has the focus. */
  accent: string;
  /** Behind text in the accent colour. */
  soft: string;
  /** Text on the accent colour. */
  onAccent: string;
}

type Theme = 'light' | 'dark';

/** The backgrounds of the app and of its mails that the accent colour stands on; a test compares them with those. */
export const grounds: Record<Theme, readonly string[]> = {
  light: ['#fff', 'oklch(98.2% 0.005 268)', 'oklch(96.4% 0.006 275)', '#f4f5f8'],
  dark: ['oklch(17% 0.013 268)', 'oklch(21% 0.014 272)', 'oklch(26% 0.013 272)', '#1a1d26'],
};

/** Contrast is that of the bytes which a screen gets, so every colour is rounded to those first. */
const bytes = (color: Color) =>
  color.to('srgb').toGamut({ space: 'srgb' }).toString({ format: 'hex', collapse: false });
const luminance = (color: string) => new Color(bytes(new Color(color))).luminance;
const groundLuminances = { light: grounds.light.map(luminance), dark: grounds.dark.map(luminance) };

/**
 * For text at any size (WCAG 2.2, 1.4.6: 7), and a little more, because tools round the weights of red, green
 * and blue differently. Controls and the focus need 3 (1.4.11), so they have it, too.
 */
const enough = 7.02;

/** Lightness (0 to 1) and chroma in OKLCH: of accent colours at first, and of what is soft at most. */
const own = {
  light: { start: 0.55, end: 0, soft: { l: 0.958, c: 0.02 } },
  dark: { start: 0.65, end: 1, soft: { l: 0.275, c: 0.04 } },
};

/**
 * Fits an accent colour to a theme. Its hue stays; its lightness moves until text in it, and text on it,
 * have a contrast of 7:1 everywhere. Black and white, the ends of the scale, always have that.
 *
 * @param color any CSS colour
 */
export function fitAccent(color: string, theme: Theme): AccentColors {
  const { start, end, soft } = own[theme];
  const [l = 0, c = 0, h = 0] = new Color(color).to('oklch').coords.map((part) => part ?? 0);
  const softColor = hex(soft.l, Math.min(soft.c, c), h);
  const onAccent = theme === 'light' ? '#ffffff' : hex(0.17, Math.min(0.02, c), h);
  const others = [...groundLuminances[theme], luminance(softColor), luminance(onAccent)];
  const fits = (lightness: number) => {
    const own = luminance(hex(lightness, c, h));
    return others.every((other) => contrast(own, other) >= enough);
  };
  let lightness = theme === 'light' ? Math.min(l, start) : Math.max(l, start);
  if (!fits(lightness)) {
    // Halves what is between a lightness that does not fit and one that does.
    let bad = lightness;
    lightness = end;
    while (Math.abs(lightness - bad) > 0.01) {
      const middle = (lightness + bad) / 2;
      if (fits(middle)) lightness = middle;
      else bad = middle;
    }
  }
  return { accent: hex(lightness, c, h), soft: softColor, onAccent };
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The nearest colour of sRGB that has this lightness and hue. */
function hex(l: number, c: number, h: number): string {
  return bytes(new Color('oklch', [l, c, h]));
}
