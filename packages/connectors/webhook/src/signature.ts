import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'X-Parvis-Signature';

/** How far the clocks of both sides may stand apart, and how long a message may be played again. */
const WINDOW_SECONDS = 300;

const hmac = (secret: string, seconds: number, body: string | Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();

/** `t=<seconds>,v1=<hex>`, with one `v1` for each secret: HMAC-SHA256 over `<seconds>.<body>`. */
export const sign = (secrets: readonly string[], body: string, now: Date): string => {
  const seconds = Math.floor(now.getTime() / 1000);
  return [
    `t=${seconds}`,
    ...secrets.map((secret) => `v1=${hmac(secret, seconds, body).toString('hex')}`),
  ].join(',');
};

export type SignatureFinding = 'proven' | 'not-signed' | 'too-old' | 'signature-wrong';

/** Whether one of the secrets made one of the signatures, and not longer ago than the window. */
export const proveSignature = (
  header: string | undefined,
  secrets: readonly string[],
  body: Uint8Array,
  now: Date,
): SignatureFinding => {
  const { seconds, signatures } = read(header ?? '');
  if (seconds === undefined || signatures.length === 0) return 'not-signed';
  // Compared before its age is told: a stranger learns nothing of our clock.
  const isProven = secrets
    .map((secret) => hmac(secret, seconds, body))
    .some((expected) => signatures.some((given) => isSame(expected, given)));
  if (!isProven) return 'signature-wrong';
  const age = Math.abs(now.getTime() / 1000 - seconds);
  return age > WINDOW_SECONDS ? 'too-old' : 'proven';
};

/** No stranger makes us compare for long. */
const MOST_SIGNATURES = 4;

const read = (header: string): { readonly seconds?: number; readonly signatures: readonly Buffer[] } => {
  const parts = header.split(',').map((part) => part.trim());
  const stamp = parts.find((part) => /^t=\d{1,12}$/.test(part));
  const signatures = parts
    .filter((part) => /^v1=[\da-f]{64}$/i.test(part))
    .slice(0, MOST_SIGNATURES)
    .map((part) => Buffer.from(part.slice('v1='.length), 'hex'));
  return { ...(stamp ? { seconds: Number(stamp.slice('t='.length)) } : {}), signatures };
};

const isSame = (expected: Buffer, given: Buffer): boolean =>
  expected.length === given.length && timingSafeEqual(expected, given);
