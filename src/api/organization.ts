import * as v from 'valibot';

import { membersAnswer, organizationAnswer } from './contract-organization.ts';
import { request } from './request.ts';

/** The caller's organization. Every member may read it. */
export const getOrganization = (orgId: string, signal?: AbortSignal) =>
  request({
    method: 'GET',
    path: `/organization/${encodeURIComponent(orgId)}`,
    answer: organizationAnswer,
    signal,
  });

/** The members of the caller's organization. */
export const getMembers = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/organization/users', answer: membersAnswer, signal });

/** Turns the requirement of a second step on or off for the caller's organization. */
export const enforceSecondStep = (enforced: boolean) =>
  request({
    method: 'POST',
    path: '/mfa/organization/enforce',
    body: { enforced },
    answer: v.unknown(),
  });
