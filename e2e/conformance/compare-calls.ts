import * as v from 'valibot';
import { checkAnswer } from './check-answer.ts';
import type { Expected } from './check-answer.ts';

export interface Target {
  /** The origin of the backend. */
  url: string;
  /** An account made for this, without a second step. */
  email: string;
  password: string;
  send(request: Request): Promise<Response>;
}

export interface Step {
  call: string;
  /** What the call was made with. */
  what: string;
  /** From the contract, each as a sentence. */
  differences: string[];
}

interface Sent {
  body?: unknown;
  token?: string | undefined;
  /** The values of `{id}` and the like, in order. */
  params?: string[];
}

/** Makes a documented call, compares its answer with the contract, and returns its text. */
export type Call = (
  what: string,
  name: string,
  sent?: Sent,
  expected?: Expected,
) => Promise<string>;

/** Thrown where nothing more can be tried. */
export class Stop extends Error {}

/** A JWT in form, that nobody has signed. */
export const wrongToken = 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA';
/** An id that nothing has. */
export const nobody = '00000000-0000-4000-8000-000000000000';

/** @param text what the failure says, where the contract gives its words */
export const failed = (status: number[], text?: string): Expected => ({ status, text });

/** Returns what makes calls, and what they leave: each step, and the calls that were answered with 200. */
export function compareCalls({ url, send }: Pick<Target, 'url' | 'send'>) {
  const steps: Step[] = [];
  const seen = new Set<string>();
  const call: Call = async (what, name, { params = [], body, token } = {}, expected = {}) => {
    const [method = '', pattern = ''] = name.split(' ');
    let next = 0;
    const path = pattern.replaceAll(/\{\w+\}/g, () => encodeURIComponent(params[next++] ?? ''));
    const response = await send(
      new Request(url + path, {
        method,
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const { status, headers } = response;
    const text = await response.text();
    if (status === 200) seen.add(name);
    const answer = { status, type: headers.get('Content-Type'), text };
    steps.push({ call: name, what, differences: checkAnswer(name, answer, expected) });
    return text;
  };
  return { call, steps, seen };
}

/** Reads what the next calls need. @throws Stop where it is not there */
export function read<Output>(
  schema: v.GenericSchema<unknown, Output>,
  text: string,
  otherwise: string,
): Output {
  const body = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!body.success) throw new Stop(`${otherwise}, so the rest could not be tried.`);
  return body.output;
}
