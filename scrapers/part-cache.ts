import type { FetchOptions, FetchRequest, FetchResult } from '../src/model/exchange.ts';
import type { HttpClient } from './http-client.ts';

const MAX_PART_BYTES = 2 * 1024 * 1024;
const MAX_BYTES = 64 * 1024 * 1024;

/** Scripts that many pages of a site share are asked for once in a run. */
export class PartCache {
  readonly #http: HttpClient;
  readonly #kept = new Map<string, FetchResult>();
  #bytes = 0;

  constructor(http: HttpClient) {
    this.#http = http;
  }

  /** As the client's `fetchPart`; a kept part comes without exchanges: they were handed over the first time. */
  async fetch(request: FetchRequest, options: FetchOptions = {}): Promise<FetchResult> {
    const isGet = request.method !== 'POST';
    const kept = isGet ? this.#kept.get(request.url) : undefined;
    if (kept) return { ...kept, exchanges: [] };
    const result = await this.#http.fetchPart(request, options);
    if (isGet) this.#keep(request.url, result);
    return result;
  }

  #keep(url: string, result: FetchResult): void {
    if (result.kind !== 'document' || !/javascript|ecmascript/i.test(result.headers['content-type'] ?? ''))
      return;
    const size = result.body.length;
    if (size > MAX_PART_BYTES || this.#bytes + size > MAX_BYTES || this.#kept.has(url)) return;
    this.#kept.set(url, result);
    this.#bytes += size;
  }
}
