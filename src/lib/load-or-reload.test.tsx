import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { takeEmailedLink } from './emailed-link.ts';
import { loadOrReload, OutdatedError } from './load-or-reload.ts';

const gone = new TypeError('Failed to fetch dynamically imported module: /assets/x.js');
const newPage = '<script type="module" src="/assets/newer.js"></script>';
const entry = () => document.querySelector('script[type="module"][src]')?.getAttribute('src');

/** Puts elements into the page until the end of the test. */
function put(...elements: HTMLElement[]) {
  document.body.append(...elements);
  onTestFinished(() => elements.forEach((element) => element.remove()));
}

/** Loads a file that is gone, while the server answers with this page. */
function loadGone(page: string | Error) {
  const fetched = vi.spyOn(window, 'fetch').mockImplementation(async () => {
    if (page instanceof Error) throw page;
    return new Response(page);
  });
  onTestFinished(() => fetched.mockRestore());
  const reload = vi.fn<() => void>();
  const loaded = loadOrReload(() => Promise.reject(gone), reload);
  return { loaded, reload };
}

afterEach(() => sessionStorage.removeItem('reloaded'));

beforeEach(() => {
  if (entry()) return;
  // Its type keeps the browser from running it until it is in the page, where it is empty.
  const script = document.createElement('script');
  script.type = 'module';
  script.src = 'data:text/javascript,';
  put(script);
});

it('gives the code where it loads, and asks for nothing else', async () => {
  const fetched = vi.spyOn(window, 'fetch');
  onTestFinished(() => fetched.mockRestore());
  expect(await loadOrReload(async () => 'code')).toBe('code');
  expect(fetched).not.toHaveBeenCalled();
});

it('reloads a tab from before an update, once', async () => {
  const { reload } = loadGone(newPage);
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  const again = loadGone(newPage);
  await expect(again.loaded).rejects.toThrow(OutdatedError);
  expect(again.reload).not.toHaveBeenCalled();
});

it('does not reload into nothing where nobody answers', async () => {
  const { loaded, reload } = loadGone(new TypeError('Failed to fetch'));
  await expect(loaded).rejects.toBe(gone);
  expect(reload).not.toHaveBeenCalled();
});

it('does not reload where the build is the same, so that a reload would change nothing', async () => {
  const { loaded, reload } = loadGone(`<script type="module" src="${entry()}"></script>`);
  await expect(loaded).rejects.toBe(gone);
  expect(reload).not.toHaveBeenCalled();
});

it.each([
  ['something is typed', () => put(Object.assign(document.createElement('input'), { value: 'a' }))],
  ['a dialog is open', () => put(Object.assign(document.createElement('dialog'), { open: true }))],
  [
    'the token of a link is in memory',
    () => {
      const { href } = window.location;
      const before: unknown = window.history.state;
      window.history.replaceState(null, '', '/activate?token=a.b.c');
      takeEmailedLink();
      onTestFinished(() => window.history.replaceState(before, '', href));
    },
  ],
  [
    'the browser keeps no mark of the reload',
    () => {
      const refused = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new DOMException('Full', 'QuotaExceededError');
      });
      onTestFinished(() => refused.mockRestore());
    },
  ],
])('does not reload where %s, and says what happened', async (_what, prepare) => {
  prepare();
  const { loaded, reload } = loadGone(newPage);
  await expect(loaded).rejects.toThrow(OutdatedError);
  expect(reload).not.toHaveBeenCalled();
});

it('reloads where the fields on the page are empty', async () => {
  const tick = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true });
  put(document.createElement('input'), document.createElement('dialog'), tick);
  const { reload } = loadGone(newPage);
  await expect.poll(() => reload.mock.calls.length).toBe(1);
});
