import { brandScript } from '../headers/well-known.ts';
import { fitAccent } from './accent-colors.ts';
import { cardRadius } from './brand.ts';
import type { Brand } from './brand.ts';

/**
 * Writes a brand into the page that the build made: what the app reads as it starts, the styles, and the
 * shell of the first paint. Nothing has to be requested for it. Returns a page that wears this brand as it
 * is.
 */
export function brandPage(html: string, brand: Brand): string {
  if (html.includes(script(brand))) return html;
  if (html.includes(brandScript))
    throw new Error('This build wears another brand. Build it again, without BRAND.');
  const linked = /(<a [^>]*class="layout-brand"[^>]*>)([\s\S]*?)(<\/a>)/;
  return replaceOne(
    replaceOne(brandHead(html, brand), linked, (_, start: string, own: string, end: string) =>
      [start, headerContent(brand, own), end].join(''),
    ),
    /<noscript\s*>/,
    (next) => `${footer(brand)}${next}`,
  );
}

/** The part of it outside the shell, which the page has in development, too. */
export function brandHead(html: string, brand: Brand): string {
  const icon = brand.icon ?? (brand.logoShowsName ? undefined : brand.logo);
  const withIcon =
    icon === undefined
      ? html
      : replaceOne(
          html,
          /<link rel="icon"[^>]*>/,
          () => `<link rel="icon" href="${escape(icon)}" />`,
        );
  const style = `<style>${styles(brand)}</style>`;
  return replaceOne(withIcon, /<\/head>/, (end) => `${script(brand)}\n    ${style}\n  ${end}`);
}

function replaceOne(
  html: string,
  place: RegExp,
  replacement: (found: string, ...groups: string[]) => string,
): string {
  if (html.match(new RegExp(place, 'g'))?.length !== 1)
    throw new Error(`The page must have one ${place.source}.`);
  return html.replace(place, replacement);
}

/** What `src/api/config.ts` reads. What is left out there is the app's own. */
function script(brand: Brand): string {
  const { name, logo, logoShowsName, issuer, supportEmail, forgotPasswordUrl, methods } = brand;
  const isInLogo = logo !== undefined && logoShowsName;
  const read = {
    name: isInLogo ? '' : name,
    logo: logo === undefined ? undefined : { src: logo, alt: isInLogo ? (name ?? '') : '' },
    issuer: issuer ?? name,
    supportEmail,
    forgotPasswordUrl,
    methods,
  };
  // No text in it ends the script.
  return `${brandScript}${JSON.stringify(read).replaceAll('<', '\\u003c')}</script>`;
}

/** As `src/app/frame.tsx` draws it, so that nothing changes when the script has loaded. */
function headerContent({ name, logo, logoShowsName }: Brand, own: string): string {
  const [icon = '', words = ''] = own.split(/(?<=<\/svg>)/);
  const isInLogo = logo !== undefined && logoShowsName;
  const picture =
    logo === undefined
      ? icon
      : `<img src="${logo}" alt="${escape(isInLogo ? (name ?? '') : '')}"/>`;
  return `${picture}${isInLogo ? '' : name === undefined ? words : escape(name)}`;
}

/** Outside of what the script draws, because it is the same on every page. */
function footer({ links }: Brand): string {
  if (links.length === 0) return '';
  const items = links.map(({ label, url }) => `<a href="${escape(url)}">${escape(label)}</a>`);
  return `<footer class="brand-links">${items.join(' ')}</footer>\n    `;
}

/**
 * The app's own styles may come after these, as they do in development, so the selectors weigh more.
 * What only a brand needs is here, and not in the first load of everybody.
 */
function styles({ accent, radius, logo, links }: Brand): string {
  const rules: string[] = [];
  if (accent !== undefined) {
    const [light, dark] = [fitAccent(accent, 'light'), fitAccent(accent, 'dark')];
    rules.push(
      `:root:root{--accent:light-dark(${light.accent},${dark.accent});--accent-soft:light-dark(${light.soft},${dark.soft});--on-accent:light-dark(${light.onAccent},${dark.onAccent})}`,
    );
  }
  if (radius !== undefined)
    rules.push(`:root:root{--radius:${radius}px;--radius-card:${cardRadius(radius)}px}`);
  if (logo !== undefined)
    rules.push(
      'a.layout-brand img{block-size:1.75rem;max-inline-size:min(12rem,60vi);object-fit:contain}',
    );
  if (links.length > 0)
    rules.push(
      // At the end of the window, and not before there is a page, so that they do not jump.
      'body{display:flex;flex-direction:column}#root{flex:1}',
      '#root:has(.layout-shell,main:empty)~.brand-links{visibility:hidden}',
      '.brand-links{display:flex;flex-wrap:wrap;justify-content:center;gap:0 1.5rem;padding:0 1rem 1rem}',
      '.brand-links a{display:flex;align-items:center;min-block-size:var(--target);color:var(--muted)}',
      // The tabs are fixed at the end of the window there.
      '@media (max-width:34rem){:root:has(.layout-nav) .brand-links{padding-block-end:calc(4rem + env(safe-area-inset-bottom))}:root:has(.layout-nav) main.layout-main{padding-block-end:2rem}}',
    );
  return rules.join('');
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '"': '&quot;',
    '<': '&lt;',
    '>': '&gt;',
  };
  return text.replace(/[&"<>]/g, (character) => entities[character] ?? '');
}
