import { expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

/** A queue whose work ends when the test says so, and the names of what has started and was refused. */
function watch(atOnce: number, longest: number) {
  const queue = new FairQueue(atOnce, longest);
  const started: string[] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  const run = (lane: string, name: string) => {
    queue
      .run(lane, () => {
        started.push(name);
        return new Promise<void>((end) => ends.push(end));
      })
      .catch(() => refused.push(name));
  };
  const tick = () => new Promise<void>((resolve) => setImmediate(resolve));
  const settle = async () => {
    await tick();
    await tick();
  };
  return {
    queue,
    started,
    refused,
    run: async (lane: string, ...names: string[]) => {
      for (const name of names) run(lane, name);
      await settle();
    },
    endOne: async () => {
      ends.shift()?.();
      await settle();
    },
  };
}

it('[B15] Only a few run at once, and the lanes take turns', async () => {
  const { started, run, endOne } = watch(2, 10);
  await run('many', 'a', 'b', 'c', 'd', 'e');
  await run('few', 'x');
  await run('few too', 'y');
  expect(started).toEqual(['a', 'b']);
  for (let ended = 0; ended < 7; ended += 1) await endOne();
  expect(started).toEqual(['a', 'b', 'c', 'x', 'y', 'd', 'e']);
});

it('[B15] When too many wait, the longest lane loses its newest', async () => {
  const { started, refused, run, endOne } = watch(1, 3);
  await run('many', 'a', 'b', 'c', 'd', 'e');
  expect(refused).toEqual(['e']);
  await run('few', 'x');
  expect(refused).toEqual(['e', 'd']);
  await run('few', 'y');
  expect(refused).toEqual(['e', 'd', 'y']);
  for (let ended = 0; ended < 4; ended += 1) await endOne();
  expect(started).toEqual(['a', 'b', 'x', 'c']);
});

it('[B15] A caller who is refused because too many wait is told to try again in a moment', async () => {
  const { queue, run } = watch(1, 0);
  await run('any', 'a');
  await expect(queue.run('other', async () => undefined)).rejects.toMatchObject({
    status: 503,
    retryAfter: 5,
  });
});

it('[B15] A caller who has disconnected does not take a turn', async () => {
  const { queue, started, run, endOne } = watch(1, 2);
  const hangUp = new AbortController();
  await run('any', 'a');
  const gone = queue.run('any', async () => started.push('gone'), hangUp.signal);
  hangUp.abort();
  await expect(gone).rejects.toMatchObject({ status: 503 });
  await run('any', 'b', 'c');
  for (let ended = 0; ended < 3; ended += 1) await endOne();
  expect(started).toEqual(['a', 'b', 'c']);
});

it('Work that fails makes room for the next, and an empty queue starts again', async () => {
  const queue = new FairQueue(1, 2);
  const fail = () => Promise.reject(new Error('broken'));
  await expect(queue.run('any', fail)).rejects.toThrow('broken');
  const replies = await Promise.allSettled([
    queue.run('any', fail),
    queue.run('any', async () => 1),
  ]);
  expect(replies).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 1 }]);
  expect(await queue.run('any', async () => 2)).toBe(2);
});
