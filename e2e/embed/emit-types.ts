import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the package's types begin with, in `src/embed`. */
const entries = ['mfa-settings', 'mfa-settings-element', 'mfa-settings-jsx', 'headless/mfa-hooks'];

/**
 * Writes the declarations of the package, and what they refer to: `src/embed` and React's types alone, so
 * that nobody needs the types of what is bundled.
 */
export function emitTypes(folder: string): void {
  const emitted = mkdtempSync(path.join(tmpdir(), 'embed-types-'));
  try {
    const project = path.join(import.meta.dirname, 'types.tsconfig.json');
    execFileSync('tsc', ['-p', project, '--outDir', emitted], { stdio: 'inherit' });
    const queue = [...entries];
    for (const name of queue) {
      const source = readFileSync(path.join(emitted, `embed/${name}.d.ts`), 'utf8');
      const text = source.replace(/(?<=from ')([^']+)/g, (module: string) => {
        if (!/^\.{1,2}\//.test(module)) {
          if (module !== 'react') throw new Error(`The types of ${name} refer to ${module}.`);
          return module;
        }
        const found = path.posix.join(path.posix.dirname(name), module.replace(/\.tsx?$/, ''));
        if (found.startsWith('..')) throw new Error(`The types of ${name} refer to ${module}.`);
        if (!queue.includes(found)) queue.push(found);
        return module.replace(/\.tsx?$/, '.js');
      });
      const file = path.join(folder, `${name}.d.ts`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  } finally {
    rmSync(emitted, { recursive: true });
  }
}
