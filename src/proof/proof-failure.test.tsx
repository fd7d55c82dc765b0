import { expect, it } from 'vitest';

import { passkeyMayBeCopied } from '../api/contract-sign-in.ts';
import { RefusedError } from '../api/errors.ts';
import { renderApp } from '../testing/render-app.tsx';
import { HasOthers, PasskeyProofFailure } from './proof-failure.tsx';

it.each([
  [undefined, true, "This passkey wasn't accepted. Try again, or use another method."],
  [undefined, false, "This passkey wasn't accepted. Try again."],
  [
    passkeyMayBeCopied,
    true,
    "This passkey wasn't accepted because it may have been copied. Use another method, then set up a new passkey.",
  ],
  [
    passkeyMayBeCopied,
    false,
    "This passkey wasn't accepted because it may have been copied. Contact support@example.com to get back in.",
  ],
])(
  'Someone whose passkey is refused (code %s; other methods on: %s) reads: %s',
  async (code, hasOthers, words) => {
    const refusal = new RefusedError('', { status: 400, code, reference: '' });
    const screen = await renderApp(
      <HasOthers value={hasOthers}>
        <PasskeyProofFailure error={refusal} />
      </HasOthers>,
    );
    await expect.element(screen.getByText(/This passkey wasn't accepted/)).toBeVisible();
    expect(screen.container.textContent).toContain(words);
  },
);
