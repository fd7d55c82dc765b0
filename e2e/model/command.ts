import type { AsyncCommand } from 'fast-check';
import { hold } from './hold.ts';
import type { World } from './world.ts';

export type Command = AsyncCommand<object, World>;

/** After every command, everything on screen must be true. */
export function command(name: string, run: (world: World) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (_model, world) => {
      world.steps += 1;
      await run(world);
      await hold(world);
    },
    toString: () => name,
  };
}
