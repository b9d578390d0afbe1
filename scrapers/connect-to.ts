/** Where requests for a host and port are sent instead, as with curl's `--connect-to`. */
export interface ConnectTo {
  /** Lower case; `*`: any. */
  readonly host: string;
  /** null: any. */
  readonly port: number | null;
  readonly address: string;
  readonly toPort: number;
}

const PART = String.raw`(\[[^\]]+\]|[^:[\]]*)`;
const SHAPE = new RegExp(`^${PART}:(\\d*):${PART}:(\\d+)$`);

/**
 * Reads `HOST:PORT:ADDRESS:PORT`; HOST may be `*` or empty for any, the first PORT may be empty for any. IPv6
 * stands in brackets. null when it is not of this shape.
 */
export function parseConnectTo(text: string): ConnectTo | null {
  const [, host = '', port = '', address = '', toPort = ''] = SHAPE.exec(text.trim()) ?? [];
  const ports = [...(port === '' ? [] : [Number(port)]), Number(toPort)];
  if (address === '' || !ports.every((number) => number >= 1 && number <= 65535)) return null;
  return {
    host: host === '' ? '*' : host.toLowerCase().replace(/\.$/, ''),
    port: port === '' ? null : Number(port),
    address: address.replace(/^\[(.*)\]$/, '$1'),
    toPort: Number(toPort),
  };
}

/** The first of the targets that is meant for the host and port. */
export function findConnectTo(
  targets: readonly ConnectTo[],
  host: string,
  port: number,
): ConnectTo | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  return targets.find(
    (target) => (target.host === '*' || target.host === name) && (target.port ?? port) === port,
  );
}
