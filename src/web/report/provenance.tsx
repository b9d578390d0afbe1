import type { Language } from '../../model/status.ts';
import type { ReportsView } from '../../store/schema.ts';
import type { Html } from '../html.ts';
import { REPORT } from '../texts/report.ts';

/** Where the numbers come from: enough for anybody to fetch and check the same bytes. */
export function Provenance({
  report,
  date,
  lang,
}: {
  readonly report: ReportsView;
  /** When its bytes were archived, ISO; null when that is not known. */
  readonly date: string | null;
  readonly lang: Language;
}): Html {
  const { url, file, sha256, byte_length, kind, archive_file, archive_offset } = report;
  return (
    <dl class="provenance">
      {url !== null && (
        <Line name={REPORT.address[lang]}>
          <Address url={url} />
        </Line>
      )}
      {file !== null && (
        <Line name={REPORT.file[lang]}>
          <bdi>{file}</bdi>
        </Line>
      )}
      <Line name={REPORT.captured[lang]}>
        {date === null ? (
          REPORT.unknown[lang]
        ) : (
          <time datetime={date}>{date.replace('T', ' ').replace('Z', ' UTC')}</time>
        )}
      </Line>
      <Line name="SHA-256">
        <code>{sha256}</code>
      </Line>
      <Line name={REPORT.kind[lang]}>
        {kind} · {byte_length} {REPORT.bytes[lang]}
      </Line>
      {archive_file !== null && (
        <Line name={REPORT.archived[lang]}>
          <code>
            {archive_file} @ {archive_offset}
          </code>
        </Line>
      )}
    </dl>
  );
}

/** An address from the web is a link only when it can be nothing but a page. */
function Address({ url }: { readonly url: string }): Html {
  if (!/^https?:\/\//i.test(url)) return <bdi>{url}</bdi>;
  return (
    <a href={url} rel="external noopener noreferrer">
      <bdi>{url}</bdi>
    </a>
  );
}

function Line({ name, children }: { readonly name: string; readonly children?: unknown }): Html {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
