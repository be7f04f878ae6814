import type { RandomBytes, Sha256 } from '../../ports/platform.js';

const HOW_MANY = 10;
/** 80 bits: beyond guessing, even with the hash at hand. */
const BYTES = 10;
/** Without letters and digits that are taken for one another; 32, so that five bits choose one. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Ten codes in groups of four, to be shown once. */
export const makeRecoveryCodes = (randomBytes: RandomBytes): string[] =>
  Array.from({ length: HOW_MANY }, () => codeFrom(randomBytes(BYTES)));

const codeFrom = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? [])
    .map((five) => LETTERS.charAt(Number.parseInt(five, 2)))
    .join('');
  return letters.replaceAll(/.{4}(?=.)/g, '$&-');
};

/** As it is kept: capitals, spaces and hyphens do not matter. */
export const hashOfRecoveryCode = (sha256: Sha256, typed: string): string =>
  sha256(`recovery code ${typed.toLowerCase().replaceAll(/[\s-]/g, '')}`);
