import type { IncomingHttpHeaders } from 'node:http';

/** Both ends included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The one range a download goes on with (RFC 9110, 14.2). Undefined for the whole: nothing asked, several ranges, a form we
 * do not know, or a file that has changed since.
 */
export const rangeOf = (
  headers: IncomingHttpHeaders,
  size: number,
  etag: string,
): ByteRange | 'unsatisfiable' | undefined => {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '');
  const condition = headers['if-range'];
  if (!asked || (condition !== undefined && condition !== etag)) return undefined;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return undefined;
  // « -500 »: the last 500 bytes.
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? 'unsatisfiable' : { from, to };
};
