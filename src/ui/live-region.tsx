import { useEffect, useState } from 'react';

import { VisuallyHidden } from './visually-hidden.tsx';

type Message = { id: number; text: string };

const regions: ((message: Message | undefined) => void)[] = [];
let lastId = 0;

/**
 * Says a sentence once to a screen reader, after what it is saying now.
 *
 * It waits 100 ms and then takes the innermost region: a modal dialog silences the page under it,
 * and one that is just closing takes its own region with it. The words leave after 3 s, so that
 * nobody meets them later as if they were part of the page.
 */
export function announce(text: string) {
  const id = ++lastId;
  setTimeout(() => {
    const show = regions.at(-1);
    show?.({ id, text });
    setTimeout(() => id === lastId && show?.(undefined), 3000);
  }, 100);
}

/** Where announcements are made. One in the app's frame; every dialog brings its own. */
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
