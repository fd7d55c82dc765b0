import { afterEach } from 'vitest';
import { watchBareText } from '../support/watch-bare-text.ts';

// Every component test also proves that a translated page keeps working.
const complaints: string[] = [];
watchBareText((complaint) => complaints.push(complaint));

afterEach(() => {
  const [first] = complaints.splice(0);
  if (first) throw new Error(`A translated page would get this wrong: ${first}`);
});
