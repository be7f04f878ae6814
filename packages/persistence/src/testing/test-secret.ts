/** Any key will do for tests; it seals nothing real. */
export const secretKey = 'only for tests, never for real data';
