import { useParams } from 'react-router-dom';

import { addWords } from '../lib/words.ts';
import { DevicePage } from './device-page.tsx';
import { messages } from './locales/en.po';
import { NotMePage } from './not-me/not-me-page.tsx';
import { Overview } from './overview.tsx';

// All pages of the room arrive together, with their words.
addWords(messages);

/** Who is signed in, and on what; one device, below that address; and how to get somebody out. */
export function DevicesPage({ isNotMe = false }: { isNotMe?: boolean }) {
  const id = useParams()['*'];
  if (isNotMe) return <NotMePage />;
  return id ? <DevicePage key={id} id={id} /> : <Overview />;
}
