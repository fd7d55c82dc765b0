import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect } from 'vite';
import { callOf } from './request-log.ts';

interface FaultyAnswer {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it is, as HTML unless `headers` say otherwise. */
  body?: unknown;
}

interface Limits {
  /** How many requests get the fault; all of them by default. */
  times?: number;
}

interface Fault {
  call: string;
  left: number;
  middleware: Connect.NextHandleFunction;
}

/**
 * Faults between the app and the backend, made by the server. A call is written as in the
 * contract: `POST /mfa/enable`. The newest fault of a call applies first.
 */
export class Faults {
  readonly #now: () => number;
  #faults: Fault[] = [];
  #releases: (() => void)[] = [];

  /** @param now the app's clock: answers made here carry the same `Date` as the backend's */
  constructor(now: () => number) {
    this.#now = now;
  }

  readonly middleware: Connect.NextHandleFunction = (request, response, next) => {
    const call = callOf(request);
    const fault = this.#faults.find((each) => each.call === call && each.left > 0);
    if (!fault) return next();
    fault.left -= 1;
    fault.middleware(request, response, next);
  };

  /** Answers instead of the backend, which does not receive the request. */
  answer(call: string, { status, headers, body = '' }: FaultyAnswer, limits?: Limits): void {
    this.#add(call, limits, (request, response) => {
      const isText = typeof body === 'string';
      allowOrigin(request, response);
      response.setHeader('Content-Type', isText ? 'text/html' : 'application/json');
      response.setHeader('Date', new Date(this.#now()).toUTCString());
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      response.statusCode = status;
      response.end(isText ? body : JSON.stringify(body));
    });
  }

  /** The backend handles the request, and the connection is closed in the middle of its answer. */
  cut(call: string, limits?: Limits): void {
    this.#add(call, limits, (_request, response, next) => {
      cutShort(response);
      next();
    });
  }

  /** The backend does not receive the request, and the connection is closed without an answer. */
  refuse(call: string, limits?: Limits): void {
    this.#add(call, limits, (request) => request.socket.destroy());
  }

  /**
   * The backend does not receive the request, and no answer comes for as long as the test lasts.
   */
  silence(call: string, limits?: Limits): void {
    this.#add(call, limits, (_request, response) => {
      this.#releases.push(() => response.destroy());
    });
  }

  /**
   * The backend handles the request, but its answer does not arrive for as long as the test lasts.
   */
  mute(call: string, limits?: Limits): void {
    this.#add(call, limits, (_request, response, next) => {
      const destroy = response.destroy.bind(response);
      this.#releases.push(() => destroy());
      response.write = () => true;
      response.end = () => response;
      next();
    });
  }

  /** Holds requests back until the returned function is called. */
  hold(call: string, limits?: Limits): () => void {
    const waiting: (() => void)[] = [];
    let isHeld = true;
    const release = () => {
      isHeld = false;
      for (const goOn of waiting.splice(0)) goOn();
    };
    this.#releases.push(release);
    this.#add(call, limits, (_request, _response, next) => {
      if (isHeld) waiting.push(next);
      else next();
    });
    return release;
  }

  /** Removes every fault, and releases the requests that are held back. */
  clear(): void {
    this.#faults = [];
    for (const release of this.#releases.splice(0)) release();
  }

  #add(call: string, limits: Limits | undefined, middleware: Connect.NextHandleFunction): void {
    this.#faults.unshift({ call, left: limits?.times ?? Number.POSITIVE_INFINITY, middleware });
  }
}

/** As the backend lets a page on another origin read its answers. */
function allowOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
  const { origin, host } = headers;
  if (origin === undefined || new URL(origin).host === host) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', 'Date, Retry-After, X-Request-Id');
}

/** Sends the headers and the first bytes of an answer, then closes the connection. */
function cutShort(response: ServerResponse): void {
  const write = response.write.bind(response);
  response.write = () => true;
  response.end = () => {
    write('{"suc', () => response.destroy());
    return response;
  };
}
