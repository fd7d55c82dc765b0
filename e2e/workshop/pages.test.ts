import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import { readServerConfiguration } from '../serve/read-server-configuration.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = ['.', 'docs'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** As GitHub makes them from headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('names only commands that there are', () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([]);
  });

  it('links only to what there is', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)]*))?\)/g)];
    const broken = links.filter(([, to = '', anchor]) => {
      const file = to === '' ? page : path.join(path.dirname(page), to);
      if (!existsSync(path.join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(read(file)).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

test('The server takes the configuration of the page on deploying', async () => {
  const [, text = ''] =
    /^ {3}```sh\n( {3}APP_URL=https:.*?)^ {3}```$/ms.exec(
      read('docs/deploy.md').replace(/^.*npm run build$/gm, ''),
    ) ?? [];
  const secret = randomBytes(32).toString('base64');
  const variables = parseEnv(text.replaceAll(/^ {3}/gm, ''));
  expect(Object.keys(variables)).toContain('DRAIN_SECONDS');
  const configuration = await readServerConfiguration({ ...variables, SECRET_KEY: secret });
  expect(configuration).toMatchObject({
    port: 3000,
    drainMilliseconds: 5000,
    backend: {
      appUrl: 'https://mfa.example.com',
      demo: false,
      mailFrom: 'Example <no-reply@example.com>',
      supportEmail: 'help@example.com',
      database: { kind: 'postgres', url: 'postgres://mfa:password@db.example.com/mfa' },
    },
  });
  expect(configuration.trustedProxies.check('127.0.0.1')).toBe(true);
});

test('The unit of systemd starts a file that there is, from where the page on deploying puts it', () => {
  const unit = read('docs/mfa-settings.service');
  const page = read('docs/deploy.md');
  for (const name of ['WorkingDirectory', 'EnvironmentFile']) {
    const [, place = name] = new RegExp(`^${name}=(.*)$`, 'm').exec(unit) ?? [];
    expect(page).toContain(`\`${place}\``);
  }
  const [, program = '', script = ''] =
    /^ExecStart=\/usr\/bin\/node (\S+) (\S+)$/m.exec(unit) ?? [];
  for (const file of [program, script]) expect(existsSync(path.join(root, file))).toBe(true);
});
