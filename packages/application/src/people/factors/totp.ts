import type { HmacSha1 } from '../../ports/platform.js';

/** RFC 6238 with what every authenticator app knows: SHA-1, 30 seconds, 6 digits. */
const STEP_IN_SECONDS = 30;
const DIGITS = 6;
/** A phone's clock may be one step off, either way (RFC 6238, 5.2). */
const TOLERANCE = 1;

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_IN_SECONDS);

/** RFC 4226, 5.3: `digits` of the counter's HMAC, from where its last four bits point. */
export const codeOf = (hmacSha1: HmacSha1, key: Uint8Array, counter: number, digits = DIGITS): string => {
  const message = new Uint8Array(8);
  new DataView(message.buffer).setBigUint64(0, BigInt(counter));
  const hmac = hmacSha1(key, message);
  const offset = (hmac.at(-1) ?? 0) & 0x0f;
  const value = new DataView(hmac.buffer, hmac.byteOffset, hmac.byteLength).getUint32(offset) & 0x7f_ff_ff_ff;
  return String(value % 10 ** digits).padStart(digits, '0');
};

/** The step whose code this is, now or one step off; undefined for any other code. Spaces do not matter. */
export const stepOfCode = (
  hmacSha1: HmacSha1,
  secret: string,
  code: string,
  at: Date,
): number | undefined => {
  const typed = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(typed)) return undefined;
  const key = fromBase32(secret);
  const now = stepAt(at);
  const steps = Array.from({ length: 2 * TOLERANCE + 1 }, (_, place) => now - TOLERANCE + place);
  return steps.find((step) => codeOf(hmacSha1, key, step) === typed);
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding: what apps take as a secret. */
export const toBase32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
};

const fromBase32 = (text: string): Uint8Array => {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
};

/** What an app reads from the QR code (Key Uri Format). */
export const totpUri = (secret: string, email: string): string =>
  `otpauth://totp/${encodeURIComponent(`Parvis:${email}`)}?secret=${secret}&issuer=Parvis`;
