import type { IncomingHttpHeaders } from 'node:http';

/**
 * Browsers name the site a request comes from. One that comes from elsewhere is refused; programs name none and pass,
 * since they carry no cookie of ours.
 */
export const foreignOrigin = (headers: IncomingHttpHeaders, publicUrl: string): string | undefined => {
  const { origin, host } = headers;
  if (origin !== undefined) {
    const isOurs = origin === new URL(publicUrl).origin || hostOf(origin) === host;
    return isOurs ? undefined : origin;
  }
  return headers['sec-fetch-site'] === 'cross-site' ? 'cross-site' : undefined;
};

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
