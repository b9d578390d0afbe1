/** In so many rounds must a server say 404 or 410 before a report counts as taken off the site (docs/export.md). */
export const WITHDRAWN_ROUNDS = 2;
