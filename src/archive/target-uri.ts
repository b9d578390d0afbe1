/** WARC-Target-URI of a document: its address, or a file URI made of its name (each part percent-encoded). */
export function targetUri({ url, file }: { readonly url?: string; readonly file?: string }): string {
  if (url !== undefined && URL.canParse(url)) return new URL(url).href;
  const name = file ?? url ?? 'unknown';
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '');
  return `file:///${parts.map(encodePart).join('/')}`;
}

/** Half a surrogate pair cannot be percent-encoded: going through bytes replaces it. */
const encodePart = (part: string): string => encodeURIComponent(Buffer.from(part).toString());
