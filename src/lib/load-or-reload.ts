import { base } from './paths.ts';

/** The server has a newer build, and the files of the one that this tab runs are gone. */
export class OutdatedError extends Error {}

/** Loads code that is not in the first load. A tab from before an update reloads itself, if it may. */
export async function loadOrReload<Code>(
  load: () => Promise<Code>,
  reload = () => window.location.reload(),
): Promise<Code> {
  try {
    return await load();
  } catch (cause) {
    const entry = document.querySelector('script[type="module"][src]')?.getAttribute('src');
    if (!entry || !(await isReplaced(entry))) throw cause;
    if (hasUnsavedWork() || !isFirstReload(entry))
      throw new OutdatedError('This tab runs a build that is gone.', { cause });
    reload();
    // The page stays as it is until the browser shows the new one.
    return new Promise<never>(() => {});
  }
}

/** Whether the app's page names another script now. Offline, and in every other failure, it does not. */
async function isReplaced(entry: string): Promise<boolean> {
  try {
    const answer = await fetch(base, { cache: 'no-cache' });
    return answer.ok && !(await answer.text()).includes(entry);
  } catch {
    return false;
  }
}

/** Whether a reload would lose what somebody typed, a dialog, or the token of an emailed link. */
function hasUnsavedWork(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"])');
  // As `takeEmailedLink` leaves it.
  const state: { usr?: { wasTaken?: boolean } } | null = window.history.state;
  return (
    state?.usr?.wasTaken === true ||
    document.querySelector('dialog[open]') !== null ||
    [...fields].some(({ value }) => value !== '')
  );
}

/** Once for each build, or the tab would reload for ever where a cache keeps serving the old one. */
function isFirstReload(entry: string): boolean {
  try {
    // Not `tabStorage`: what it keeps in memory would not survive the reload.
    if (sessionStorage.getItem('reloaded') === entry) return false;
    sessionStorage.setItem('reloaded', entry);
    return true;
  } catch {
    return false;
  }
}
