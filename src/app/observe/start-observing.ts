import { onEvent } from 'virtual:observer';
import { onCLS, onINP, onLCP, type Metric } from 'web-vitals';

import { observe, tell } from '../../api/observe.ts';
import { pageOf } from './page-of.ts';

/** Tells the observer, which the build chose, of everything from now on and until now. */
export function startObserving(): void {
  observe(onEvent);
  watchPages();
  for (const measure of [onLCP, onINP, onCLS]) measure(tellOfVital);
  window.addEventListener('error', ({ error }: ErrorEvent) => {
    tell({ type: 'part-crashed', error: error instanceof Error ? error.name : 'unknown' });
  });
}

function tellOfVital({ name, value, rating }: Metric): void {
  tell({ type: 'vital-measured', name, value, rating });
}

/** The router changes the address with these, and the browser tells of its own changes. */
function watchPages(): void {
  let last = '';
  const look = () => {
    const page = pageOf(window.location.pathname);
    if (page !== last) tell({ type: 'page-opened', page });
    last = page;
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name].bind(history);
    history[name] = (...parameters) => {
      change(...parameters);
      look();
    };
  }
  window.addEventListener('popstate', look);
  look();
}
