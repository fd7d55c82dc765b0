import { expect, it } from 'vitest';

import { wasTaken } from './use-emailed-link.ts';

it.each([
  [{ wasTaken: true }, true],
  [{ wasTaken: false }, false],
  [{}, false],
  [null, false],
  [{ outcome: 'done' }, false],
])('The history entry %j says whether a link was taken out of its address: %s', (state, taken) => {
  expect(wasTaken(state)).toBe(taken);
});
