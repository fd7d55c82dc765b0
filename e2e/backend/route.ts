import type * as v from 'valibot';
import type { Services } from './services.ts';
import type { Access, ArrivedCaller } from './session/caller.ts';

/** Merged into `{ success: true }` and sent as the answer. */
export type Answer = Record<string, unknown>;

/** One call of the contract, ready to be mounted. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  access: Access | 'open';
  /** The contract's error message for an unexpected failure. */
  failure: string;
  body?: v.GenericSchema;
  handle(
    services: Services,
    caller: ArrivedCaller | undefined,
    body: unknown,
    incoming: Incoming,
  ): Promise<Answer>;
}

/** What a handler may need from the request besides its body. */
export interface Incoming {
  request: Request;
  /**
   * The network of the client's address: the remote address of the socket or, behind a proxy that
   * the configuration trusts, what that proxy says. No other header is believed, because anybody
   * can forge one.
   */
  source: string;
  /** The values of the path's `:names`. */
  params: Readonly<Record<string, string>>;
}

interface Call<Schema extends v.GenericSchema> {
  method: Route['method'];
  path: string;
  failure: string;
  body?: Schema;
}

type Body<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/** A route for a signed-in caller. */
export function sessionRoute<Schema extends v.GenericSchema>(
  call: Call<Schema> & { access: Access },
  handle: (
    services: Services,
    caller: ArrivedCaller,
    body: Body<Schema>,
    incoming: Incoming,
  ) => Promise<Answer>,
): Route {
  return {
    ...call,
    handle: (services, caller, body, incoming) => {
      if (caller === undefined) throw new Error(`${call.path} was mounted without authentication`);
      return handle(services, caller, body, incoming);
    },
  };
}

/** A route for anyone. */
export function openRoute<Schema extends v.GenericSchema>(
  call: Call<Schema>,
  handle: (services: Services, body: Body<Schema>, incoming: Incoming) => Promise<Answer>,
): Route {
  return {
    ...call,
    access: 'open',
    handle: (services, _caller, body, incoming) => handle(services, body, incoming),
  };
}
