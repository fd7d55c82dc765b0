import { useEffect, useState } from 'react';

import { VisuallyHidden } from './visually-hidden.tsx';

type Message = { id: number; text: string };

const regions: ((message: Message | undefined) => void)[] = [];
let lastId = 0;

/**
 * Announces a sentence once to screen readers, after what they are saying now.
 *
 * It waits 100 ms and then uses the innermost region: a modal dialog silences the page under it,
 * and a dialog that is closing removes its own region. It removes the text after 3 s, so that
 * nobody reads it later as a part of the page.
 */
export function announce(text: string) {
  const id = ++lastId;
  setTimeout(() => {
    const show = regions.at(-1);
    show?.({ id, text });
    setTimeout(() => id === lastId && show?.(undefined), 3000);
  }, 100);
}

/** Announcements appear here. The layout has one, and so has every dialog. */
export function LiveRegion() {
  const [message, setMessage] = useState<Message>();

  useEffect(() => {
    regions.push(setMessage);
    return () => void regions.splice(regions.indexOf(setMessage), 1);
  }, []);

  return (
    <VisuallyHidden>
      <output>{message && <span key={message.id}>{message.text}</span>}</output>
    </VisuallyHidden>
  );
}
