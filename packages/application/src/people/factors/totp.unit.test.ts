import { describe, expect, test } from 'vitest';
import { hmacSha1 } from '../../testing/fake-world.js';
import { codeOf, stepAt, stepOfCode, toBase32, totpUri } from './totp.js';

const key = new TextEncoder().encode('12345678901234567890');
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes that change with time', () => {
  // RFC 6238, appendix B, SHA-1.
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('are those of the RFC at second %i', (second, code) => {
    const at = new Date(second * 1000);
    expect(codeOf(hmacSha1, key, stepAt(at), 8)).toBe(code);
    expect(stepOfCode(hmacSha1, secret, code.slice(2), at)).toBe(stepAt(at));
  });

  // RFC 4226, appendix D.
  test.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => [counter, code] as const,
    ),
  )('are those of the RFC for counter %i', (counter, code) => {
    expect(codeOf(hmacSha1, key, counter)).toBe(code);
  });

  test('are taken from a clock one step off, and no further', () => {
    const at = new Date(59_000);
    const step = stepAt(at);
    const accepted = [-2, -1, 0, 1, 2].filter(
      (off) => stepOfCode(hmacSha1, secret, codeOf(hmacSha1, key, step + off), at) !== undefined,
    );
    expect(accepted).toEqual([-1, 0, 1]);
  });

  test('may be typed in two halves', () => {
    expect(stepOfCode(hmacSha1, secret, ' 287 082 ', new Date(59_000))).toBe(1);
  });

  test.each(['', '28708', '2870822', 'abcdef', '28708٢'])('are six digits: « %s » is none', (code) => {
    expect(stepOfCode(hmacSha1, secret, code, new Date(59_000))).toBeUndefined();
  });
});

test('a secret is written as apps take it', () => {
  expect(toBase32(key)).toBe(secret);
  expect(totpUri(secret, 'alice@exemple.invalid')).toBe(
    `otpauth://totp/Parvis%3Aalice%40exemple.invalid?secret=${secret}&issuer=Parvis`,
  );
});
