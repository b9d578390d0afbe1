const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

/** Whether a host is this machine, as an option or a URL names it. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host.toLowerCase());
