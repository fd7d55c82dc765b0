/** Translated sentences by their id, as Lingui compiles them: text, or parts that take values. */
export type Words = Record<string, string | []>;

declare global {
  interface Window {
    /** By their path: what the early script or the app has asked for. */
    words?: Record<string, Promise<Words>>;
  }
}

/** Milliseconds. A page in English is of more use than one that stays empty. */
const patience = 8000;

/**
 * The words of one part of the app, which the build wrote beside its script (see
 * e2e/build/words.ts). The early script asks for the first ones. After a failure they are asked
 * for again.
 */
export function askForWords(language: string, part: string): Promise<Words> {
  const asked = (window.words ??= {});
  const path = `${language}/${part}.json`;
  return (asked[path] ??= read(path).catch((error: unknown) => {
    delete asked[path];
    throw error;
  }));
}

async function read(path: string): Promise<Words> {
  const response = await fetch(`${document.documentElement.dataset['words']}${path}`, {
    signal: AbortSignal.timeout(patience),
  });
  // Our own file, and as old as this script: its folder is named for what is in it.
  if (response.ok) return response.json();
  throw new Error(path);
}
