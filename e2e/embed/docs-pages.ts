import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const docs = path.join(import.meta.dirname, '../../docs/embed.md');
const written = path.join(import.meta.dirname, '../.results/embed/docs/pages');

const sections = { react: '## As a React component', element: '## As a custom element' } as const;

/** What the shorter blocks take from the page around them, where they name it. */
const around = {
  CookieSession: "import type { CookieSession } from 'mfa-settings';",
  MfaSettings: "import { MfaSettings } from 'mfa-settings';",
  readMyToken: 'declare const readMyToken: () => string;',
  '={session}': "declare const session: import('mfa-settings').TokenSession;",
};

/** The files of a section of docs/embed.md, by name. */
function readFiles(heading: string): [name: string, code: string][] {
  const [, section = ''] = readFileSync(docs, 'utf8').split(`\n${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const blocks = [...text.matchAll(/^`([\w.]+)`:\n\n```\w+\n([^]*?)^```$/gm)];
  if (blocks.length < 2) throw new Error(`docs/embed.md has no page under "${heading}".`);
  return blocks.map(([, name = '', code = '']) => [name, code]);
}

/**
 * Writes the pages of docs/embed.md as somebody has them who copied them, but for the backend, which is on
 * their own origin here. Beside them are the shorter blocks, as modules whose types can be checked.
 * @returns their folders
 */
export function writeDocsPages(): Record<keyof typeof sections, string> {
  rmSync(written, { recursive: true, force: true });
  const folders = { react: path.join(written, 'react'), element: path.join(written, 'element') };
  for (const name of ['react', 'element'] as const) {
    mkdirSync(folders[name], { recursive: true });
    for (const [file, code] of readFiles(sections[name]))
      writeFileSync(path.join(folders[name], file), code.replaceAll('http://localhost:3000', ''));
  }
  const blocks = readFileSync(docs, 'utf8').matchAll(/^```tsx\n([^]*?)^```$/gm);
  [...blocks].forEach(([, code = ''], index) => {
    // A whole page, which is built.
    if (code.includes('createRoot(')) return;
    const isWhole = code.startsWith('import ');
    const needed = Object.entries(around).flatMap(([name, line]) =>
      code.includes(name) && !isWhole ? [line] : [],
    );
    // What a block declares, nothing uses.
    const exported = code.replace(/^const /, 'export const ');
    writeFileSync(
      path.join(written, `block-${String(index)}.tsx`),
      [...needed, exported, 'export {};\n'].join('\n'),
    );
  });
  return folders;
}

/** Puts the element's page where it can be opened: it has no build. */
export function copyElementPage(from: string, library: string, to: string): void {
  cpSync(from, to, { recursive: true });
  cpSync(path.join(library, 'element'), path.join(to, 'mfa-settings'), { recursive: true });
}
