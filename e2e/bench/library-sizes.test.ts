import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { measureLibrary } from './library-sizes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'library-sizes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const parts = {
  'shared-12345678.js': 'export const a="shared";import(`./settings-dialog-ab_-5678.js`)',
  'settings-dialog-ab_-5678.js':
    'import{a}from"./shared-12345678.js";import"./field-12345678.js";import(`./later-12345678.js`)',
  'field-12345678.js': 'import"react"',
  'later-12345678.js': 'export const later="a part of a dialog"',
  'de-12345678.js': 'export const words={}',
  'pt-BR-a-b-c-d-.js': 'export const words={a:"Mais palavras"}',
};
const ways = {
  react: {
    'mfa-settings.js': 'import{useState}from"react";import("./mount.js")',
    'mount.js': 'export{a}from"./parts/shared-12345678.js"',
  },
  element: {
    'mfa-settings.js':
      'import{a}from"./parts/shared-12345678.js";import"./parts/shared-12345678.js"',
  },
};

it('What is imported is counted, once, and what the page brings is not', () => {
  for (const [way, entries] of Object.entries(ways)) {
    mkdirSync(path.join(folder, way, 'parts'), { recursive: true });
    for (const [name, code] of Object.entries(entries))
      writeFileSync(path.join(folder, way, name), code);
    for (const [name, code] of Object.entries(parts))
      writeFileSync(path.join(folder, way, 'parts', name), code);
  }
  const sum = (...modules: string[]) =>
    modules.reduce((bytes, code) => bytes + brotliCompressSync(code).length, 0);
  const shared = parts['shared-12345678.js'];
  const dialog = sum(parts['settings-dialog-ab_-5678.js'], parts['field-12345678.js']);
  const others = dialog + sum(parts['later-12345678.js']);
  const words = sum(parts['pt-BR-a-b-c-d-.js']);
  const component = sum(ways.react['mfa-settings.js'], ways.react['mount.js'], shared);
  const element = sum(ways.element['mfa-settings.js'], shared);
  expect(measureLibrary(folder)).toEqual({
    component: { list: component, dialog, everything: component + others, words },
    element: { list: element, dialog, everything: element + others, words },
  });
});
