/** The part of the contract that is about an organisation's members; see contract.ts. */
import * as v from 'valibot';

import { maybe, orgRole, text } from './contract.ts';

const member = v.object({
  id: text,
  email: text,
  name: maybe(v.string()),
  lastName: maybe(v.string()),
  orgRole,
  orgRoleDescription: maybe(v.string()),
  /** Not in the hosted contract: only the reference backend says who has a second step. */
  mfaEnabled: maybe(v.boolean()),
});
export type Member = v.InferOutput<typeof member>;
export const membersAnswer = v.pipe(
  v.array(v.unknown()),
  v.transform((items) => ({
    members: items.flatMap((item) => {
      const read = v.safeParse(member, item);
      return read.success ? [read.output] : [];
    }),
    unreadable: items.filter((item) => !v.is(member, item)).length,
  })),
);
export type Members = v.InferOutput<typeof membersAnswer>;
