import * as v from 'valibot';

import { membersAnswer } from './contract-organization.ts';
import { request } from './request.ts';

/** Everyone in the reader's own organisation. */
export const getMembers = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/organization/users', answer: membersAnswer, signal });

/** Requires a second step of everyone in the reader's organisation, or stops requiring it. */
export const enforceSecondStep = (enforced: boolean) =>
  request({
    method: 'POST',
    path: '/mfa/organization/enforce',
    body: { enforced },
    answer: v.unknown(),
  });
