import { describe, expect, it } from 'vitest';
import { languages } from '../http/languages.ts';
import { openI18n } from './i18n.ts';
import { sampleMails } from './sample-mails.ts';

const english = await sampleMails();
const readable = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

/** What an HTML page shows, without its spaces. */
function shownBy(html: string): string {
  return html
    .replace(/<head>[^]*<\/head>|<div style="display: none[^]*?<\/div>|<h1[^]*?<\/h1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');
}

describe.each(languages.filter((language) => language !== 'en'))('In %s', async (language) => {
  const mails = await sampleMails(language);
  const i18n = await openI18n(language);
  const { direction } = i18n;

  it('every mail says in its HTML part what it says in its text part', () => {
    const colon = readable(i18n._('{label}: {value}', { label: '', value: '' })).trim();
    const labels = ['Account', 'When', 'Device', 'IP address'].map((label) => i18n._(label));
    for (const { name, html, text } of mails) {
      const said = readable(text)
        .replace(/\s*[^\s\p{L}]\nhttps?:\S+$/gmu, '')
        .split('\n')
        .map((line) => {
          const label = labels.find((each) => line.startsWith(each));
          if (label === undefined) return line;
          return label + line.slice(label.length).trimStart().replace(colon, '');
        })
        .join('');
      expect(`${name}: ${shownBy(html)}`).toBe(`${name}: ${said.replace(/\s/g, '')}`);
    }
  });

  it('every mail has the links of the English one, each alone on its line', () => {
    const linksOf = (text: string) => text.match(/^https?:\S+$/gm);
    for (const [index, { text, html }] of mails.entries()) {
      expect(linksOf(text)).toEqual(linksOf(english[index]?.text ?? ''));
      expect([...html.matchAll(/href="(http[^"]+)"/g)].map(([, url]) => url)).toEqual(
        linksOf(text),
      );
    }
  });

  it('every mail is a page in this language and its direction', () => {
    for (const { html } of mails) {
      expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(html).not.toContain(direction === 'rtl' ? 'align="left"' : 'align="right"');
      expect(html).toContain('<bdi>ada@example.com</bdi>');
    }
  });

  it('no mail has an English sentence or an empty place', () => {
    const lines = new Set(
      english.flatMap(({ text }) => text.split('\n').filter((line) => / \S+ /.test(line))),
    );
    for (const { subject, text } of mails) {
      expect(`${subject}\n${text}`).not.toMatch(/[{}]|\bundefined\b|\bnull\b/);
      for (const line of text.split('\n')) expect(lines).not.toContain(line);
    }
  });
});

const textOf = async (language: string, mail: string) => {
  const found = (await sampleMails(language)).find(({ name }) => name === mail);
  return `${found?.subject ?? ''}\n\n${found?.text ?? ''}`;
};

it('A mail about a change reads like this in German', async () => {
  expect(await textOf('de', 'new-sign-in')).toMatchInlineSnapshot(`
    "Neue Anmeldung in Ihrem Konto über Firefox unter Windows

    Jemand hat sich mit einem neuen Browser in Ihrem Konto angemeldet.

    Konto: ada@example.com
    Zeitpunkt: 15. Januar 2031 um 13:00 (Mitteleuropäische Normalzeit)
    Gerät: Firefox unter Windows
    IP-Adresse: 203.0.113.x

    Nicht Sie? Konto sichern:
    https://account.example.com/not-me

    Sie können sich nicht anmelden? Wenden Sie sich gleich an support@example.com. Wir helfen Ihnen, Ihr Konto zu sichern.

    Wenn Sie das waren, müssen Sie nichts weiter tun.

    Wir informieren Sie per E‑Mail über jede Änderung an Ihrer Anmeldung bei account.example.com.
    "
  `);
});

it('A mail with a link reads like this in German', async () => {
  expect(await textOf('de', 'link-sign-in')).toMatchInlineSnapshot(`
    "Ihr Anmeldelink

    Öffnen Sie diesen Link in dem Browser, in dem Sie sich gerade anmelden.

    Anmeldung abschließen:
    https://account.example.com/sign-in/link?token=e30.e30.c2lnbmF0dXJl

    Der Link funktioniert einmal und ist 10 Minuten lang gültig.

    Konto: ada@example.com
    Zeitpunkt: 15. Januar 2031 um 13:00 (Mitteleuropäische Normalzeit)
    Gerät: Firefox unter Windows
    IP-Adresse: 203.0.113.x

    Sie haben das nicht angefordert? Dann kennt vielleicht jemand Ihr Passwort. Öffnen Sie den Link oben nicht.

    Konto sichern:
    https://account.example.com/not-me

    Sie können sich nicht anmelden? Wenden Sie sich gleich an support@example.com. Wir helfen Ihnen, Ihr Konto zu sichern.
    "
  `);
});

it('A mail about a change reads like this in Arabic, its Latin parts isolated', async () => {
  expect(await textOf('ar', 'requirement-on-by-somebody-else')).toMatchInlineSnapshot(`
    "أصبحت مؤسستك تشترط خطوة ثانية

    بقرار من ⁨Grace Hopper (grace@example.com)⁩، أصبحت الخطوة الثانية مطلوبة من الجميع في ⁨Example Inc⁩. من ليست لديه خطوة ثانية من الأعضاء سيُطلب منه إعدادها عند تسجيل الدخول التالي.

    الحساب: ⁨ada@example.com⁩
    الوقت: ⁨15 يناير 2031 في 1:00 م (توقيت وسط أوروبا الرسمي)⁩
    الجهاز: ⁨Firefox⁩ على ⁨Windows⁩
    عنوان IP: ⁨203.0.113.x⁩

    لم تتوقع هذا؟ انتقل إلى مؤسستك:
    https://account.example.com/organization

    يتعذّر عليك تسجيل الدخول؟ تواصل فورًا مع ⁨support@example.com⁩ وسنساعدك على تأمين حسابك.

    إذا كنت تتوقع هذا، فلا داعي لاتخاذ أي إجراء آخر.

    نراسلك بالبريد الإلكتروني عند كل تغيير في طريقة تسجيل دخولك إلى ⁨account.example.com⁩.
    "
  `);
});

it.each([
  [0, 'لم يتبقَّ لديك أي رمز احتياطي.'],
  [1, 'تبقّى لديك رمز احتياطي واحد.'],
  [2, 'تبقّى لديك رمزان احتياطيان.'],
  [3, 'تبقّت لديك 3 رموز احتياطية.'],
  [11, 'تبقّى لديك 11 رمزًا احتياطيًا.'],
  [100, 'تبقّى لديك 100 رمز احتياطي.'],
])('In Arabic, %i codes have the right plural', async (left, sentence) => {
  const arabic = await openI18n('ar');
  const said = arabic._(
    '{left, plural, one {You have # backup code left.} other {You have # backup codes left.}}',
    { left },
  );
  expect(said).toBe(sentence);
});
