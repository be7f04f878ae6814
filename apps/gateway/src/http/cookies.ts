export const SESSION_COOKIE = 'parvis_session';

/** The value of one cookie of a `Cookie` header. */
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
};

/** The session for browsers: no script reads it, no other site sends it along with a form. */
export const sessionCookie = (token: string, expiresAt: Date, secure: boolean): string =>
  [
    `${SESSION_COOKIE}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Expires=${expiresAt.toUTCString()}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ');

export const endedSessionCookie = (secure: boolean): string => sessionCookie('', new Date(0), secure);
