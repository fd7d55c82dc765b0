import type { Page } from '@playwright/test';
import { journeys } from '../gallery/journeys.ts';
import { test } from '../gallery/test.ts';
import { transcribe } from '../gallery/transcribe.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect } from '../support/test.ts';

// `npm run transcripts` writes the files anew.
for (const { name, title, walk } of journeys)
  test(`${title}: axe finds nothing in any state, and screen readers get what the transcript says`, async ({
    stage,
  }) => {
    // Up to a dozen screens, each read by axe in both themes.
    test.slow();
    const parts = [`# ${title}\n`];
    const look = async (state: string, at: Page = stage.page) => {
      parts.push(`## ${state}\n\n${await transcribe(at)}\n`);
      await expectNoAxeViolations(at);
    };
    await walk({ ...stage, look });
    expect(parts.join('\n')).toMatchSnapshot(`${name}.md`);
  });
