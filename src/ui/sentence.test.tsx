import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';

import { Sentence } from './sentence.tsx';

/** Replaces the text nodes without React, as a browser does that translates the page. */
function translate(root: Element) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const font = document.createElement('font' as string);
    font.textContent = `[${text.data}]`;
    text.replaceWith(font);
  }
}

function Message() {
  const [left, setLeft] = useState(3);
  const clock = `0:0${left}`;
  return (
    <>
      <p data-testid="words">
        {left > 1 && <Sentence>Not yet.</Sentence>}
        <Sentence>{left === 1 ? '1 try left.' : `${left} tries left.`}</Sentence>
        <Sentence>
          {[
            'Wait ',
            <b key="timer" role="timer">
              {clock}
            </b>,
            ', then ',
            <a key="link" href="#next">{`go on with ${left}`}</a>,
            '.',
          ]}
        </Sentence>
      </p>
      <button type="button" onClick={() => setLeft(left - 1)}>
        Next
      </button>
    </>
  );
}

test('A sentence that changes or goes does so on a page that the browser has translated, too', async () => {
  const screen = await render(<Message />);
  const words = screen.getByTestId('words');
  const timer = screen.getByRole('timer').element();
  translate(words.element());
  expect(words.element().textContent).toBe(
    '[Not yet.][3 tries left.][Wait ][0:03][, then ][go on with 3][.]',
  );

  await screen.getByRole('button').click();
  await expect
    .element(words)
    .toHaveTextContent('[Not yet.]2 tries left.[Wait ]0:02[, then ]go on with 2[.]');
  translate(words.element());
  await screen.getByRole('button').click();

  await expect
    .element(words)
    .toHaveTextContent(/^1 try left\.\[\[Wait \]\]0:01\[\[, then \]\]go on with 1\[\[\.\]\]$/);
  expect(screen.getByRole('timer').element(), 'only its words are new').toBe(timer);
});
