import type { FetchCause } from '../src/model/exchange.ts';
import { FetchFailure } from './fetch-failure.ts';

/** Codes of Node and undici by what they mean. */
const CODES: Readonly<Record<string, FetchCause>> = {
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  EADDRNOTAVAIL: 'connect',
  EHOSTDOWN: 'connect',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'truncated',
  UND_ERR_HEADERS_OVERFLOW: 'too_large',
  UND_ERR_INVALID_ARG: 'bad_url',
  EPROTO: 'tls',
};
/** What TLS and the check of certificates give (OpenSSL's names of errors, and Node's). */
const TLS_CODE =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_|INVALID_PURPOSE)/;
/** What an error of the network means; any other error as it is. `begun`: the answer's headers had come. */
export function networkFailure(error: Error, begun: boolean): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  const detail = `${code} ${error.message}`;
  const misread = error.name === 'HTTPParserError';
  // The other side closed in good order, or the parser met the end too early: no error of the network.
  if (begun && (misread || code === 'UND_ERR_SOCKET')) return new FetchFailure('truncated', detail);
  if (TLS_CODE.test(code) || /before secure TLS connection/.test(error.message)) {
    return new FetchFailure('tls', detail);
  }
  const cause = misread ? 'protocol' : CODES[code];
  return cause === undefined ? error : new FetchFailure(cause, detail);
}
