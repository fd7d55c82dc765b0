import type { Journey } from './journey.ts';
import { devicesJourneys } from './devices-journeys.ts';
import { organizationJourneys } from './organization-journeys.ts';
import { setUpJourneys } from './set-up-journeys.ts';
import { settingsJourneys } from './settings-journeys.ts';
import { signInJourneys } from './sign-in-journeys.ts';

/** Every screen and state of the app. A new one is a `look` in a journey, or a journey added here. */
export const journeys: readonly Journey[] = [
  ...signInJourneys,
  ...settingsJourneys,
  ...setUpJourneys,
  ...devicesJourneys,
  ...organizationJourneys,
];
