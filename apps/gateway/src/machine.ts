import { randomBytes as bytes, createHash, createHmac } from 'node:crypto';
import type { HmacSha1, NewToken, RandomBytes, Sha256 } from '@parvis/application/ports/platform';

export const sha256: Sha256 = (content) => createHash('sha256').update(content).digest('hex');

export const newToken: NewToken = () => bytes(32).toString('base64url');

export const hmacSha1: HmacSha1 = (key, message) => createHmac('sha1', key).update(message).digest();

export const randomBytes: RandomBytes = (length) => bytes(length);
