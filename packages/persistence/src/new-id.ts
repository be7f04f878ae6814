import { randomBytes } from 'node:crypto';
import type { NewId } from '@parvis/application/ports/platform';

/** UUIDv7 (RFC 9562, 5.7): milliseconds since 1970 in 48 bits, then a version, a variant and 74 random bits. */
export const newId: NewId = () => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
