import { MutationObserver, onlineManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { createQueryClient } from './query-client.ts';

const failing = () => vi.fn<() => Promise<never>>().mockRejectedValue(new Error('No answer'));

afterEach(() => onlineManager.setOnline(true));

describe.each(['online', 'offline'])('If the browser says it is %s', (word) => {
  it('a failed query fails at once', async () => {
    onlineManager.setOnline(word === 'online');
    const queryFn = failing();
    const reading = new QueryObserver(createQueryClient(), { queryKey: ['x'], queryFn });
    onTestFinished(reading.subscribe(() => {}));
    await expect.poll(() => reading.getCurrentResult().status).toBe('error');
    expect(queryFn).toHaveBeenCalledTimes(1);
  });

  it('[A8] a change is sent once, now, or not at all', async () => {
    onlineManager.setOnline(word === 'online');
    const mutationFn = failing();
    const change = new MutationObserver(createQueryClient(), { mutationFn });
    await expect(change.mutate()).rejects.toThrow('No answer');
    expect(mutationFn).toHaveBeenCalledTimes(1);
  });
});

it('A failed query is refetched when the browser says that the connection is back', async () => {
  const client = createQueryClient();
  client.mount();
  onTestFinished(() => client.unmount());
  onlineManager.setOnline(false);
  const queryFn = failing();
  const reading = new QueryObserver(client, { queryKey: ['x'], queryFn });
  onTestFinished(reading.subscribe(() => {}));
  await expect.poll(() => reading.getCurrentResult().status).toBe('error');
  queryFn.mockResolvedValue('read' as never);
  onlineManager.setOnline(true);
  await expect.poll(() => reading.getCurrentResult().data).toBe('read');
});
