// The same host as host-session.ts, as a page without a build writes it.
const read = () => JSON.parse(localStorage.getItem('host') ?? '{}');
const keep = (tokens) => localStorage.setItem('host', JSON.stringify({ ...read(), ...tokens }));

const session = {
  get accessToken() {
    return read().accessToken;
  },
  get user() {
    return read().user;
  },
  get provenAt() {
    return read().provenAt ?? undefined;
  },
  async renew() {
    const answer = await fetch('/user/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refresh_token: read().refreshToken }),
    });
    if (answer.ok) keep(await answer.json());
    else localStorage.removeItem('host');
  },
  keep,
  signIn(returnTo) {
    document.title = `Signing in, to go on at ${returnTo}`;
  },
  signOut: () => localStorage.removeItem('host'),
};

const element = document.querySelector('mfa-settings');
const events = [];
Object.assign(window, { events, session });
element.addEventListener('mfa-event', ({ detail }) => events.push(detail));

const wishes = new URLSearchParams(window.location.search);
if (wishes.has('readOnly')) element.setAttribute('read-only', '');
for (const name of ['locale', 'theme'])
  if (wishes.has(name)) element.setAttribute(name, wishes.get(name));
for (const name of ['messages', 'methods'])
  if (wishes.has(name)) element[name] = JSON.parse(wishes.get(name));
const routing = wishes.get('routing');
if (routing !== null) element.routing = routing === 'hash' ? routing : JSON.parse(routing);
const stop = wishes.get('stop');
if (stop !== null) element.beforeAction = async ({ action }) => action !== stop;
// Before the element is defined, as this script may come first.
element.session = session;

document.querySelector('#toggle').addEventListener('click', () => {
  if (element.isConnected) element.remove();
  else document.querySelector('main').append(element);
});
