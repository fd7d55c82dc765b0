import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';

// Each of these must fail, which proves that the check in every component test works.
describe('No component test passes while text without an element of its own', () => {
  test.fails.each<[string, before: ReactNode, after: ReactNode, read: string]>([
    ['is changed', ['Wait ', 2, ' s'], ['Wait ', 1, ' s'], 'Wait 1 s'],
    ['is added', [<b key="b">Failed</b>, false], [<b key="b">Failed</b>, '!'], 'Failed!'],
    ['is taken out', [<b key="b">Failed</b>, '!'], [<b key="b">Failed</b>, false], 'Failed'],
    ['is behind what is added', [false, ' on'], [<i key="i">Now</i>, ' on'], 'Now on'],
  ])('%s', async (_deed, before, after, read) => {
    const screen = await render(<p>{before}</p>);
    await screen.rerender(<p>{after}</p>);
    expect(screen.container.textContent).toBe(read);
  });
});

test('The text of an element that holds nothing else may change', async () => {
  const screen = await render(<p>On</p>);
  await screen.rerender(<p>Off</p>);
  expect(screen.container.textContent).toBe('Off');
});
