import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';

import { Alert } from './notice.tsx';

test('A failure is an alert that says what failed and nothing else', async () => {
  const screen = await render(<Alert>We couldn't reach the service.</Alert>);
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent(/^We couldn't reach the service\.$/);
});
