import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Thrown anywhere in a route to answer the request with this failure. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  /** Merged into the envelope beside `success: false` and `error`. */
  readonly details: {
    error_code?: string;
    message?: string;
    data?: Record<string, unknown> | [];
    total?: number;
  };
  /** Seconds, for `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(
    status: ContentfulStatusCode,
    error: string,
    details: Refusal['details'] & { retryAfter?: number } = {},
  ) {
    super(error);
    const { retryAfter, ...rest } = details;
    this.status = status;
    this.details = rest;
    this.retryAfter = retryAfter;
  }
}
