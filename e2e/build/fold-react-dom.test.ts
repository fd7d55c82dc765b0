import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { foldReactDom } from './fold-react-dom.ts';

const root = join(import.meta.dirname, '../..');
const production = 'node_modules/react-dom/cjs/react-dom-client.production.js';

it('A variable that stays false is false wherever it is read, and is not set', () => {
  const code = 'var isOn = !1; function set(isOn) { return isOn; } isOn = !0; isOn && act();';
  expect(foldReactDom(code, [{ falses: ['isOn'] }])).toBe(
    'var isOn = !1; function set(isOn) { return isOn; } !0; false && act();',
  );
});

it('A kind of fiber that is never made equals none, and its case is gone', () => {
  const code = `
    if (30 === fiber.tag || 5 === fiber.tag) act();
    switch (fiber.tag) { case 5: return one; case 30: return two; case 3: return three; }`;
  expect(foldReactDom(code, [{ kinds: [30] }])).toBe(`
    if (false || 5 === fiber.tag) act();
    switch (fiber.tag) { case 5: return one;  case 3: return three; }`);
});

it('A case stays where the one before it goes on into it', () => {
  const code =
    'switch (fiber.tag) { case 5: case 30: one(); break; case 3: act(); case 19: two(); }';
  expect(foldReactDom(code, [{ kinds: [30, 19] }])).toBe(
    'switch (fiber.tag) { case 5: one(); break; case 3: act(); two(); }',
  );
});

it('A call, a hook and a type of element that the app never asks for are gone', () => {
  const code =
    'hooks = { useA: a, useB: b, useC: c }; c(1); switch (type) { case D: d(); break; case E: e(); }';
  expect(
    foldReactDom(code, [{ hooks: ['useA', 'useC'], calls: { c: 'null' }, types: ['D'] }]),
  ).toBe('hooks = {  useB: b,  }; null; switch (type) {  case E: e(); }');
});

it('A name that React DOM no longer has fails the build', () => {
  expect(() => foldReactDom('act();', [{ falses: ['isHydrating'], kinds: [18] }])).toThrow(
    'React DOM has no isHydrating, 18 any more.',
  );
  expect(() => foldReactDom('act();', [{ gone: [/^gone$/] }])).toThrow('/^gone$/');
});

it('React DOM, folded, uses no name whose declaration is gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'react-dom-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const undeclared = (code: string) => {
    writeFileSync(join(folder, 'react-dom.cjs'), code);
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/oxlint'),
      ['-A', 'all', '-D', 'no-undef', '--format', 'json', join(folder, 'react-dom.cjs')],
      { encoding: 'utf8', cwd: folder },
    );
    return (JSON.parse(stdout) as { diagnostics: { message: string }[] }).diagnostics.map(
      ({ message }) => message,
    );
  };
  const whole = readFileSync(join(root, production), 'utf8');
  expect(undeclared(`${whole}\nmissing();`)).toContain("'missing' is not defined.");
  // The browser declares the others.
  const before = undeclared(whole);
  expect(undeclared(foldReactDom(whole)).filter((name) => !before.includes(name))).toEqual([]);
});
