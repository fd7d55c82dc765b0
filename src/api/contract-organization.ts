/** The part of the contract that is about an organization's members; see contract.ts. */
import * as v from 'valibot';

import { maybe, orgRole, text } from './contract.ts';

export const member = v.object({
  id: text,
  email: text,
  name: maybe(v.string()),
  lastName: maybe(v.string()),
  orgRole,
  orgRoleDescription: maybe(v.string()),
  /** Whether they have confirmed their address. */
  validated: maybe(v.boolean()),
  /** When the account was deleted; the documentation doesn't say in which form. */
  deletedAt: maybe(v.union([v.string(), v.number()])),
  /** Not in the hosted contract: only the reference backend says who has a second step. */
  mfaEnabled: maybe(v.boolean()),
});
export type Member = v.InferOutput<typeof member>;

/** `GET /organization/{orgId}`. */
export const organizationAnswer = v.object({
  name: maybe(v.pipe(v.string(), v.trim(), v.nonEmpty())),
});

/**
 * `GET /organization/users`, read whole, as its `total` stands beside `data`. What can be read is
 * kept, nobody twice and nobody who is deleted; `leftOut` counts what could not be read and what the
 * answer does not list.
 */
export const membersAnswer = v.pipe(
  v.object({ data: v.array(v.unknown()), total: maybe(v.number()) }),
  v.transform(({ data, total }) => {
    const read = data.flatMap((item) => {
      const { success, output } = v.safeParse(member, item);
      return success ? [output] : [];
    });
    const leftOut = Math.max(data.length, total ?? 0) - read.length;
    const members = read.filter(({ deletedAt }) => !deletedAt);
    return { members: [...new Map(members.map((each) => [each.id, each])).values()], leftOut };
  }),
);
export type Members = v.InferOutput<typeof membersAnswer>;
