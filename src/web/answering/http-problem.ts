import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Ends a request with this status; a page may throw it. The detail is shown as it is. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: ContentfulStatusCode;

  constructor(status: ContentfulStatusCode, detail = '') {
    super(detail);
    this.status = status;
  }
}
