import { useLocation } from 'react-router-dom';
import { expect, it, test } from 'vitest';

import { HistoryEntry, renderApp } from '../testing/render-app.tsx';
import { hasTokenShape } from './emailed-link.ts';
import { useKeepResult, wasTaken } from './use-emailed-link.ts';

it.each([
  [{ wasTaken: true }, true],
  [{ wasTaken: false }, false],
  [{}, false],
  [null, false],
  [{ outcome: 'done' }, false],
])('The history entry %j says whether a link was taken out of its address: %s', (state, taken) => {
  expect(wasTaken(state)).toBe(taken);
});

const ofLength = (length: number) => `a.b.${'c'.repeat(length - 4)}`;

test.each([
  ['three parts of one letter', 'a.b.c', true],
  ['all of the alphabet', 'aZ0_-.aZ0_-.aZ0_-', true],
  ['4 kB', ofLength(4096), true],
  ['a byte more than 4 kB', ofLength(4097), false],
  ['nothing', '', false],
  ['two parts', 'a.b', false],
  ['four parts', 'a.b.c.d', false],
  ['an empty first part', '.b.c', false],
  ['an empty second part', 'a..c', false],
  ['an empty third part', 'a.b.', false],
  ['something before it', ' a.b.c', false],
  ['something after it', 'a.b.c ', false],
  ['other letters in its first part', 'a+.b.c', false],
  ['other letters in its second part', 'a./b.c', false],
  ['other letters in its third part', 'a.b.c=', false],
  ['no dots', 'aabac', false],
])('A token with %s is told apart', (_case, token, hasShape) => {
  expect(hasTokenShape(token)).toBe(hasShape);
});

it('A result counts as kept when the page shows it, and for whoever has left the page at once', async () => {
  let keep: ReturnType<typeof useKeepResult> = async () => {};
  const shown = () => document.querySelector('output')?.textContent;
  function Page() {
    const { pathname } = useLocation();
    return pathname === '/link' && <Link />;
  }
  function Link() {
    keep = useKeepResult('/link');
    return <HistoryEntry />;
  }
  const screen = await renderApp(<Page />, { entry: '/link' });
  await keep({ outcome: 'done' });
  expect(shown()).toBe('REPLACE {"outcome":"done"}');
  await screen.unmount();
  await keep({ outcome: 'unknown' });
});
