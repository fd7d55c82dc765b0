import type { EmailedLink } from '../lib/emailed-link.ts';
import { fetchBackend, type Fetched, type Sendable } from './fetch-backend.ts';

/** The call that turns magic links on, which the early script may post. */
export const activatePath = '/mfa/magic-link/activate';

/** A request that the early script sent, and its answer. */
interface EarlyCall {
  call: Sendable;
  accessToken: string | undefined;
  /** Whether the browser thought that it was online when the request was sent. */
  wasOnline: boolean;
  fetched: Promise<Fetched>;
}

/** What the early script leaves for the app. */
export interface Early {
  /** Taken out of the address, so the app finds it only here. */
  link: EmailedLink | undefined;
  /** Until the app starts. After that, the app alone sends requests. */
  isOpen: boolean;
  calls: EarlyCall[];
}

declare global {
  interface Window {
    /** Absent in development and in tests, where no early script runs. */
    early?: Early;
  }
}

/** Sends a request whose answer the app adopts. */
export function sendEarly(early: Early, call: Sendable, accessToken?: string): void {
  const wasOnline = navigator.onLine;
  const fetched = fetchBackend(call, accessToken);
  // The app reports a failure where it adopts the answer. Until then nobody listens.
  fetched.catch(() => undefined);
  early.calls.push({ call, accessToken, wasOnline, fetched });
}

/** Stops the early script from sending more. Returns the link that it took out of the address. */
export function closeEarly(): EmailedLink | undefined {
  if (!window.early) return undefined;
  window.early.isOpen = false;
  return window.early.link;
}

/**
 * An equal request that the early script has sent. Each is adopted once: whoever asks
 * again wants to know what is true by then.
 */
export function adoptEarly(call: Sendable, accessToken?: string): EarlyCall | undefined {
  const { early } = window;
  const adopted = early?.calls.find(
    (sent) => isEqual(sent.call, call) && sent.accessToken === accessToken,
  );
  if (early) early.calls = early.calls.filter((sent) => sent !== adopted);
  return adopted;
}

/** Whether the early script has sent a request whose answer nobody has adopted yet. */
export function isSentEarly(path: string): boolean {
  return window.early?.calls.some(({ call }) => call.path === path) ?? false;
}

/** Resolves when all answers are here. False where one is a refusal or got lost. */
export async function areEarlyAnswersGood(): Promise<boolean> {
  const fetched = window.early?.calls.map((sent) => sent.fetched) ?? [];
  const answers = await Promise.allSettled(fetched);
  return answers.every((answer) => answer.status === 'fulfilled' && answer.value.response.ok);
}

/** Forgets the answers that belong to a session, because its tokens have changed. */
export function dropEarly(): void {
  const { early } = window;
  if (early) early.calls = early.calls.filter(({ accessToken }) => accessToken === undefined);
}

const isEqual = (one: Sendable, other: Sendable) =>
  one.method === other.method &&
  one.path === other.path &&
  JSON.stringify(one.body) === JSON.stringify(other.body);
