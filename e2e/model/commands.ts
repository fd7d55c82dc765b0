import { deviceCommands } from './device-commands.ts';
import { linkCommands } from './link-commands.ts';
import { methodCommands } from './method-commands.ts';
import { sessionCommands } from './session-commands.ts';
import { setUpCommands } from './set-up-commands.ts';
import { tabCommands } from './tab-commands.ts';

export const anyCommands = [
  ...methodCommands,
  ...setUpCommands,
  ...linkCommands,
  ...sessionCommands,
  ...deviceCommands,
  ...tabCommands,
];
