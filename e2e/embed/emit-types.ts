import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the package's types begin with, in `src/embed`. */
const entries = ['mfa-settings', 'mfa-settings-element', 'mfa-settings-jsx'];

/**
 * Writes the declarations of the package, and what they refer to: `src/embed` and React's types alone, so
 * that nobody needs the types of what is bundled.
 */
export function emitTypes(folder: string): void {
  const emitted = mkdtempSync(path.join(tmpdir(), 'embed-types-'));
  try {
    const project = path.join(import.meta.dirname, 'types.tsconfig.json');
    execFileSync('tsc', ['-p', project, '--outDir', emitted], { stdio: 'inherit' });
    mkdirSync(folder, { recursive: true });
    const queue = [...entries];
    for (const name of queue) {
      const source = readFileSync(path.join(emitted, `embed/${name}.d.ts`), 'utf8');
      const text = source.replace(/(?<=from ')([^']+)/g, (module: string) => {
        const [, sibling] = /^\.\/([\w-]+)\.tsx?$/.exec(module) ?? [];
        if (sibling === undefined) {
          if (module !== 'react') throw new Error(`The types of ${name} refer to ${module}.`);
          return module;
        }
        if (!queue.includes(sibling)) queue.push(sibling);
        return `./${sibling}.js`;
      });
      writeFileSync(path.join(folder, `${name}.d.ts`), text);
    }
  } finally {
    rmSync(emitted, { recursive: true });
  }
}
