import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';
import { darkRules, lightStyle, mailColors } from './mail-colors.ts';
import { sampleMails } from './sample-mails.ts';

const mails = await sampleMails();

/** What an HTML page shows, without its spaces. */
function shownBy(html: string): string {
  return html
    .replace(/<head>[^]*<\/head>|<div style="display: none[^]*?<\/div>|<h1[^]*?<\/h1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');
}

describe.each(mails)('The mail $name', ({ subject, html, text }) => {
  it('says in its HTML part what it says in its text part', () => {
    const said = text
      .replace(/:\nhttps?:\S+$/gm, '')
      .replace(/^(Account|When|Device|IP address): /gm, '$1')
      .replace(/\s/g, '');
    expect(shownBy(html)).toBe(said);
    expect(html).toContain(`<title>${subject.replaceAll("'", '&#39;')}</title>`);
  });

  it('has each link alone on its line, and the same links in both parts', () => {
    const links = [...html.matchAll(/href="(http[^"]+)"/g)].map(([, url]) => url);
    expect(links.length).toBeGreaterThan(0);
    expect([...text.matchAll(/^https?:\S+$/gm)].map(([url]) => url)).toEqual(links);
    expect(text.split(/^https?:\S+$/m).join('')).not.toContain('://');
  });

  it('asks whether it was expected, leads to what to do, and names support', () => {
    expect(text).toMatch(/^(Wasn't you\?|Didn't (ask for|expect) this\?)/m);
    expect(text).toMatch(/^https:\/\/account\.example\.com\/(not-me|organization)$/m);
    expect(html).toContain('href="mailto:support@example.com"');
  });

  it('says whose account it is about, and when', () => {
    expect(text).toContain('Account: ada@example.com\n');
    expect(text).toMatch(
      /^When: January 15, 2031 at (1:00 PM \(Central European Standard Time\)|12:00 PM \(UTC\))$/m,
    );
  });

  it('loads nothing, runs nothing and tracks nobody', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|base)\b|url\(|@import|\bsrc=/i);
  });

  it('is a page in a language, whose tables for layout say so', () => {
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toMatch(/<th\s+scope="row"/);
    for (const [, inside = ''] of html.matchAll(/<table([^>]*)>/g))
      expect(/role="presentation"/.test(inside) || !inside.includes('width=')).toBe(true);
  });

  it('has a dark theme for every color that it sets', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark" />');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    for (const [tag] of html.matchAll(/<[^>]*style="[^"]*(?:color:)[^"]*"[^>]*>/g)) {
      const names = /class="([^"]*)"/.exec(tag)?.[1]?.split(' ') ?? [];
      const colored = names.find((name) => lightStyle(name) !== '');
      expect(colored, tag).toBeDefined();
      expect(darkRules()).toContain(`.${colored ?? ''} {`);
    }
  });
});

it('Every mail says in its subject what happened, in words of its own', () => {
  expect(mails.map(({ name, subject }) => `${name}: ${subject}`)).toMatchInlineSnapshot();
});

it('A mail about a change reads like this', () => {
  expect(mails.find(({ name }) => name === 'google-auth-last-off')?.text).toMatchInlineSnapshot();
});

it('A mail with a link reads like this', () => {
  expect(mails.find(({ name }) => name === 'link-sign-in')?.text).toMatchInlineSnapshot();
});

it.each([0, 1] as const)('In theme %i, every text of a mail reaches 7:1', (theme) => {
  const contrast = (text: keyof typeof mailColors, ground: keyof typeof mailColors) =>
    new Color(mailColors[text][theme]).contrast(mailColors[ground][theme], 'WCAG21');
  for (const ground of ['page', 'card', 'panel'] as const)
    for (const text of ['text', 'muted', 'link'] as const)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
  expect(contrast('onButton', 'button')).toBeGreaterThanOrEqual(7);
});
