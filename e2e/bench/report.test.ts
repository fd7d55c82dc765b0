import { expect, it } from 'vitest';
import { describeLibrary } from './report.ts';

it('The sizes of the library are in kB, by how a page uses it', () => {
  const size = { list: 35_891, dialog: 24_888, everything: 82_735, words: 7872 };
  const text = describeLibrary({ component: size, element: { ...size, list: 87_018 } });
  expect(text.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).toEqual(
    expect.arrayContaining([
      '| | component | element |',
      '| until the methods show | 35.9 | 87.0 |',
      '| words of another language, at most | 7.9 | 7.9 |',
    ]),
  );
});
