import type { Page } from '@playwright/test';
import { journeys } from '../gallery/journeys.ts';
import { test } from '../gallery/test.ts';
import { transcribe } from '../gallery/transcribe.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { findReachFaults } from '../support/reach/find-reach-faults.ts';
import { expect } from '../support/test.ts';

// `npm run transcripts` writes the files anew.
for (const { name, title, walk } of journeys)
  test(`${title}: everybody can read and press every state, axe finds nothing, and screen readers get what the transcript says`, async ({
    stage,
  }) => {
    // Up to a dozen screens, each read by axe in both themes, and in every other way.
    test.slow();
    const parts = [`# ${title}\n`];
    const look = async (state: string, at: Page = stage.page) => {
      expect.soft(await findReachFaults(at), state).toEqual([]);
      parts.push(`## ${state}\n\n${await transcribe(at)}\n`);
      await expectNoAxeViolations(at);
    };
    await walk({ ...stage, look });
    expect(parts.join('\n')).toMatchSnapshot(`${name}.md`);
  });
