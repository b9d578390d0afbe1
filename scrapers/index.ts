export { refuseAddress, refuseUrl } from './address-guard.ts';
export { type BrowserClientOptions, createBrowserClient } from './browser-client.ts';
export { canonicalUrl, urlKey } from './canonical-url.ts';
export { type ConnectTo, parseConnectTo } from './connect-to.ts';
export { createHttpClient, type HttpClient, type HttpClientOptions } from './http-client.ts';
export { FETCH_LIMITS, type FetchLimits, POLITENESS, type Politeness } from './politeness.ts';
export { type Delivery, type OutgoingMessage, postMessage } from './post-message.ts';
export { type OutgoingMail, parseMailServer, sendMail } from './send-mail.ts';
export { refuseLongUrl } from './url-limits.ts';
