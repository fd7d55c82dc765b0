import type { ServerResponse } from 'node:http';
import type { Connect } from 'vite';
import { callOf } from './request-log.ts';

interface FaultyAnswer {
  status: number;
  headers?: Record<string, string>;
  /** An object goes out as JSON, a string as it is, as HTML unless `headers` say otherwise. */
  body?: unknown;
}

interface Limits {
  /** How many requests meet the fault, the first ones; all of them if absent. */
  times?: number;
}

interface Fault {
  call: string;
  left: number;
  middleware: Connect.NextHandleFunction;
}

/**
 * What goes wrong between the app and the backend, made by the server. A call is written as in the
 * contract: `POST /mfa/enable`. The newest fault of a call comes first.
 */
export class Faults {
  #faults: Fault[] = [];
  #releases: (() => void)[] = [];

  readonly middleware: Connect.NextHandleFunction = (request, response, next) => {
    const call = callOf(request);
    const fault = this.#faults.find((each) => each.call === call && each.left > 0);
    if (!fault) return next();
    fault.left -= 1;
    fault.middleware(request, response, next);
  };

  /** Answers in the backend's place, which never hears of the request. */
  answer(call: string, { status, headers, body = '' }: FaultyAnswer, limits?: Limits): void {
    this.#add(call, limits, (_request, response) => {
      const isText = typeof body === 'string';
      response.setHeader('Content-Type', isText ? 'text/html' : 'application/json');
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      response.statusCode = status;
      response.end(isText ? body : JSON.stringify(body));
    });
  }

  /** The backend does what it is asked, and the connection is cut in the middle of its answer. */
  cut(call: string, limits?: Limits): void {
    this.#add(call, limits, (_request, response, next) => {
      cutShort(response);
      next();
    });
  }

  /** The request reaches nobody and the connection is closed without an answer. */
  refuse(call: string, limits?: Limits): void {
    this.#add(call, limits, (request) => request.socket.destroy());
  }

  /** No answer at all, for as long as the test lasts. */
  silence(call: string, limits?: Limits): void {
    this.#add(call, limits, (_request, response) => {
      this.#releases.push(() => response.destroy());
    });
  }

  /** The backend does what it is asked, and its answer does not come, for as long as the test lasts. */
  mute(call: string, limits?: Limits): void {
    this.#add(call, limits, (_request, response, next) => {
      const destroy = response.destroy.bind(response);
      this.#releases.push(() => destroy());
      response.write = () => true;
      response.end = () => response;
      next();
    });
  }

  /** Holds the requests back until the function this returns is called. */
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

  /** Ends every fault, and lets go of what is held. */
  clear(): void {
    this.#faults = [];
    for (const release of this.#releases.splice(0)) release();
  }

  #add(call: string, limits: Limits | undefined, middleware: Connect.NextHandleFunction): void {
    this.#faults.unshift({ call, left: limits?.times ?? Number.POSITIVE_INFINITY, middleware });
  }
}

/** Lets the headers and the first bytes of an answer through, then closes the connection. */
function cutShort(response: ServerResponse): void {
  const write = response.write.bind(response);
  response.write = () => true;
  response.end = () => {
    write('{"suc', () => response.destroy());
    return response;
  };
}
