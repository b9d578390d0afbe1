/** The host of an address; empty for what is none. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
