import { expect, it } from 'vitest';
import { ownBrand } from '../../brand/brand.ts';
import { composeMail } from './compose-mail.ts';
import { openI18n } from './i18n.ts';
import { mailColors, mailColorsOf } from './mail-colors.ts';

const i18n = await openI18n('en');
const letter = {
  to: 'ada@example.com',
  date: new Date(0),
  subject: i18n._('Passkey was added'),
  blocks: [
    { kind: 'paragraph' as const, text: i18n._('A passkey was added.') },
    {
      kind: 'button' as const,
      link: { label: i18n._('It was not me'), url: 'https://account.example.com/not-me' },
      notes: [],
    },
  ],
  supportEmail: 'help@harbor.example',
};
const brand = {
  ...ownBrand,
  name: 'Harbor & Co',
  accent: '#0f766e',
  radius: 4,
  links: [{ label: 'Privacy', url: 'https://harbor.example/privacy' }],
};

it('A mail wears the brand: its name, colours, corners and links, in both parts', async () => {
  const { html, text } = await composeMail(letter, i18n, brand);
  expect(text).toMatch(/^Harbor & Co\n\nA passkey was added\.\n\n/);
  expect(text).toMatch(/\n\nPrivacy:\nhttps:\/\/harbor\.example\/privacy\n$/);
  expect(html).toContain('Harbor &amp; Co');
  expect(html).toContain('href="https://harbor.example/privacy"');
  const { button } = mailColorsOf(brand.accent);
  for (const color of button) expect(html).toContain(color);
  for (const color of mailColors.button) expect(html).not.toContain(color);
  expect(html).toContain('border-radius: 4px');
  expect(html).not.toContain('border-radius: 9px');
});

it('A mail shows a picture only where the brand names one on the web', async () => {
  const mailLogo = 'https://harbor.example/logo.png';
  expect((await composeMail(letter, i18n, brand)).html).not.toContain('<img');
  const { html } = await composeMail(letter, i18n, { ...brand, mailLogo, logoShowsName: true });
  expect(html).toMatch(/<img\s+src="https:\/\/harbor\.example\/logo\.png"\s+alt="Harbor &amp; Co"/);
  expect(html).not.toMatch(/>\s*Harbor &amp; Co\s*</);
});

it('Without a brand, mails are as they were', async () => {
  expect(await composeMail(letter, i18n)).toEqual(await composeMail(letter, i18n, ownBrand));
  expect((await composeMail(letter, i18n)).text).toMatch(/^A passkey was added\./);
});
