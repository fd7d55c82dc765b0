import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';

import { announce, LiveRegion } from './live-region.tsx';

test('A sentence is announced once, in the innermost region', async () => {
  const screen = await render(
    <>
      <LiveRegion />
      <LiveRegion />
    </>,
  );
  announce('Passkey is off');

  await expect.element(screen.getByRole('status').nth(1)).toHaveTextContent('Passkey is off');
  await expect.element(screen.getByRole('status').first()).toBeEmptyDOMElement();
});

test('A sentence said while a dialog closes is heard on the page under it', async () => {
  const screen = await render(
    <>
      <LiveRegion />
      <LiveRegion />
    </>,
  );
  announce('Magic link is on');
  await screen.rerender(<LiveRegion />);

  await expect.element(screen.getByRole('status')).toHaveTextContent('Magic link is on');
});

test('The same sentence said twice is new to a screen reader, and leaves after 3 seconds', async () => {
  vi.useFakeTimers();
  const screen = await render(<LiveRegion />);
  const status = screen.getByRole('status').element();
  const say = async () => {
    const before = status.firstChild;
    announce('Link sent');
    await vi.advanceTimersByTimeAsync(100);
    await vi.waitFor(() => expect(status.firstChild).not.toBe(before));
    expect(status.textContent).toBe('Link sent');
  };
  await say();
  await say();

  await vi.advanceTimersByTimeAsync(3000);
  await vi.waitFor(() => expect(status.textContent).toBe(''));
  vi.useRealTimers();
});
