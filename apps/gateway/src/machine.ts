import { createHash, randomBytes } from 'node:crypto';
import type { NewToken, Sha256 } from '@parvis/application/ports/platform';

export const sha256: Sha256 = (content) => createHash('sha256').update(content).digest('hex');

export const newToken: NewToken = () => randomBytes(32).toString('base64url');
