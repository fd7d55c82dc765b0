import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';
import { mailColors, mailLook } from './mail-colors.ts';
import { sampleMails } from './sample-mails.ts';

const mails = await sampleMails();
const { lightStyle, darkRules } = mailLook({});

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
      expect(colored).toBeDefined();
      expect(darkRules).toContain(`.${colored ?? ''} {`);
    }
  });
});

it('Every mail says in its subject what happened, in words of its own', () => {
  expect(mails.map(({ name, subject }) => `${name}: ${subject}`)).toMatchInlineSnapshot(`
    [
      "passkey-added: Passkey added to your account",
      "google-auth-added: Authenticator app added to your account",
      "magic-link-added: Magic link turned on",
      "passkey-added-again: Another passkey added to your account",
      "google-auth-added-again: Authenticator app replaced on your account",
      "magic-link-added-again: Magic link turned on",
      "passkey-turned-on: Passkeys turned on",
      "google-auth-turned-on: Authenticator app turned on",
      "magic-link-turned-on: Magic link turned on",
      "passkey-turned-off: Passkeys turned off",
      "google-auth-turned-off: Authenticator app turned off",
      "magic-link-turned-off: Magic link turned off",
      "passkey-last-off: Passkeys turned off",
      "google-auth-last-off: Authenticator app turned off",
      "magic-link-last-off: Magic link turned off",
      "passkey-primary: Passkey is now your primary method",
      "google-auth-primary: Authenticator app is now your primary method",
      "magic-link-primary: Magic link is now your primary method",
      "methods-removed: All second-step methods removed from your account",
      "methods-removed-by-administrator: All second-step methods removed from your account",
      "backup-code-used: Backup code used on your account",
      "backup-code-used-one-left: Backup code used on your account",
      "backup-code-used-none-left: Backup code used on your account",
      "codes-locked: Codes blocked after 100 wrong attempts",
      "new-browsers-locked-out: Sign-in from new browsers blocked after 100 wrong passwords",
      "browser-forgotten: 100 wrong passwords from a browser you use",
      "new-sign-in: New sign-in to your account from Firefox on Windows",
      "new-sign-in-unknown-device: New sign-in to your account",
      "password-changed: Your password was changed",
      "password-reset: Your password was reset",
      "device-removed: Firefox on Windows was removed from your account",
      "device-removed-unknown-device: A device was removed from your account",
      "device-trusted: Firefox on Windows is now trusted",
      "signed-out-everywhere: You were signed out everywhere",
      "requirement-on: Your organization now requires a second step",
      "requirement-on-by-somebody-else: Your organization now requires a second step",
      "requirement-off: Your organization no longer requires a second step",
      "requirement-off-by-somebody-else: Your organization no longer requires a second step",
      "link-activate: Turn on magic link",
      "link-sign-in: Your sign-in link",
      "link-reset-password: Choose a new password",
    ]
  `);
});

it('A mail about a change reads like this', () => {
  expect(mails.find(({ name }) => name === 'google-auth-last-off')?.text).toMatchInlineSnapshot(`
    "Your authenticator app was turned off. Its codes and your backup codes don't work as your second step anymore.

    Anyone with your password can now sign in.

    You've been signed out everywhere else.

    Account: ada@example.com
    When: January 15, 2031 at 1:00 PM (Central European Standard Time)
    Device: Firefox on Windows
    IP address: 203.0.113.x

    Wasn't you? Secure your account:
    https://account.example.com/not-me

    Can't sign in? Contact support@example.com right away and we'll help secure your account.

    If this was you, there's nothing else to do.

    We email you about every change to how you sign in at account.example.com.
    "
  `);
});

it('A mail with a link reads like this', () => {
  expect(mails.find(({ name }) => name === 'link-sign-in')?.text).toMatchInlineSnapshot(`
    "Open this link in the browser where you're signing in.

    Finish signing in:
    https://account.example.com/sign-in/link?token=e30.e30.c2lnbmF0dXJl

    The link works once, for 10 minutes.

    Account: ada@example.com
    When: January 15, 2031 at 1:00 PM (Central European Standard Time)
    Device: Firefox on Windows
    IP address: 203.0.113.x

    Didn't ask for this? Someone may know your password. Don't open the link above.

    Secure your account:
    https://account.example.com/not-me

    Can't sign in? Contact support@example.com right away and we'll help secure your account.
    "
  `);
});

it.each([0, 1] as const)('In theme %i, every text of a mail reaches 7:1', (theme) => {
  const contrast = (text: keyof typeof mailColors, ground: keyof typeof mailColors) =>
    new Color(mailColors[text][theme]).contrast(mailColors[ground][theme], 'WCAG21');
  for (const ground of ['page', 'card', 'panel'] as const)
    for (const text of ['text', 'muted', 'link'] as const)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
  expect(contrast('onButton', 'button')).toBeGreaterThanOrEqual(7);
});
