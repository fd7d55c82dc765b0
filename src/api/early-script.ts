import { hasTokenShape, takeEmailedLink } from '../lib/emailed-link.ts';
import { base, routeOf, settingsPages } from '../lib/paths.ts';
import type { Tokens } from './contract.ts';
import { activatePath, type Early, sendEarly } from './early.ts';
import type { LinkMark } from './link-mark.ts';
import {
  eraKey,
  expiryMargin,
  linkLifetime,
  linkMarkKey,
  sessionChannel,
  sessionKey,
  tabLock,
} from './storage-keys.ts';

/*
 * The build puts this script into index.html, where it runs before the app has loaded. So it imports
 * next to nothing, reads what this app itself has stored without parsing it, and does nothing that
 * the app would not do by itself a moment later.
 */

/**
 * Takes an emailed link's token out of the address, shows the right shell, and sends the first
 * requests of the page while the app is still on its way. The app adopts their answers.
 */
export function askEarly(): void {
  // Some hosts send this page without leading to the base first. The router knows nothing above it.
  if (base !== '/' && `${window.location.pathname}/` === base) {
    const { search, hash } = window.location;
    window.history.replaceState(null, '', base + search + hash);
  }
  const link = takeEmailedLink();
  const early: Early = { link, isOpen: true, calls: [] };
  window.early = early;
  // What a host hands over is known to the app alone.
  if (import.meta.env.VITE_SESSION_SOURCE !== 'own') return;
  try {
    const page = routeOf(window.location.pathname);
    const era = Number(localStorage.getItem(eraKey));
    const tokens: Tokens | null = JSON.parse(sessionStorage.getItem(sessionKey + era) ?? 'null');
    if (settingsPages.test(page) && tokens) {
      document.documentElement.dataset['shell'] = 'settings';
      // Tokens that are about to expire are refreshed first, and only the app does that.
      if ((tokens.expiresAt ?? Infinity) - Date.now() < expiryMargin) return;
      for (const path of ['/mfa/status', '/mfa/methods', '/user/profile'])
        sendEarly(early, { method: 'GET', path }, tokens.accessToken);
    }
    if (page === '/activate' && link && hasTokenShape(link.token))
      // Where that fails, nothing was posted, and the app decides by itself.
      activate(early, link.token, tokens, era).catch(() => undefined);
  } catch {
    // Storage is blocked, or holds what this app did not write. The app copes with that.
  }
}

/**
 * Posts the link's token where its page would do so by itself (see useEmailedLink), and where no
 * other request has to come first (see useActivation). In every other case it leaves that to the app.
 */
async function activate(early: Early, token: string, tokens: Tokens | null, era: number) {
  const mark: LinkMark = JSON.parse(localStorage.getItem(linkMarkKey) ?? '');
  const age = Date.now() - mark.sentAt;
  if (!(age >= 0 && age < linkLifetime)) return;
  const isOwn = ({ user }: Tokens) => user?.id === mark.account && mark.wasOff === true;
  const isAllowed = tokens
    ? isOwn(tokens)
    : (await countTabs()) === 0 || isOwn(await askSibling(early, era));
  // Meanwhile the app may have started, and decides by itself.
  if (isAllowed && early.isOpen)
    sendEarly(early, { method: 'POST', path: activatePath, body: { token } });
}

/** How many tabs of this browser have the app open. */
async function countTabs(): Promise<number> {
  const { held } = await navigator.locks.query();
  return held?.filter(({ name }) => name === tabLock).length ?? NaN;
}

/** What other tabs post, as in tokens.ts. */
interface Reply {
  type: string;
  tokens?: Tokens;
  era: number;
}

/** The session of another tab, which a new tab joins. Never settles where nobody is signed in. */
function askSibling(early: Early, era: number): Promise<Tokens> {
  const channel = new BroadcastChannel(sessionChannel);
  return new Promise((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (!early.isOpen) channel.close();
      else if (data.type === 'reply' && data.tokens && data.era >= era) {
        channel.close();
        resolve(data.tokens);
      }
    });
    channel.postMessage({ type: 'ask', era });
  });
}
