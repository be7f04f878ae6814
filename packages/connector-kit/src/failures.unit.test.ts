import { say } from '@parvis/domain/display/language';
import { describe, expect, it, test } from 'vitest';
import { NoAnswer } from './exchange.js';
import { asOutcome, asUnavailable, classifyStatus, NotNow, Refused, retryAfterSeconds } from './failures.js';

describe('classifyStatus', () => {
  it.each([
    [401, 'auth'],
    [403, 'right'],
    [404, 'gone'],
    [422, 'refused'],
    [429, 'retry'],
    [502, 'retry'],
    [503, 'retry'],
    [504, 'retry'],
    [500, 'unknown'],
    [418, 'unknown'],
  ])('takes HTTP %i for %s', (status, expected) => {
    expect(classifyStatus(status)).toBe(expected);
  });
});

describe('retryAfterSeconds', () => {
  it.each([
    ['30', 30],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['-1', undefined],
  ])('reads %s', (header, expected) => {
    expect(retryAfterSeconds({ status: 503, headers: { 'retry-after': header }, body: '' })).toBe(expected);
  });
});

const failing = (error: Error) => async () => {
  throw error;
};

describe('what went wrong on the way', () => {
  it('is a refusal, or not now', async () => {
    expect(await asOutcome(failing(new Refused('amount-differs', 'un centime')))).toEqual({
      kind: 'refused',
      code: 'amount-differs',
      message: say('un centime', 'un centime'),
    });
    expect(await asOutcome(failing(new NotNow('occupé', 30)))).toEqual({
      kind: 'unavailable',
      message: say('occupé', 'occupé'),
      retryAfterSeconds: 30,
    });
    expect(await asOutcome(failing(new NoAnswer('ECONNRESET')))).toMatchObject({ kind: 'unavailable' });
  });

  it('means not now to who reads statuses, and says what was refused', async () => {
    expect(await asUnavailable(failing(new Refused('right-missing', 'droit manquant')))).toEqual({
      kind: 'unavailable',
      message: say('droit manquant', 'droit manquant'),
      refusal: 'right-missing',
    });
  });

  it('goes on up when it is a failure of our own', async () => {
    await expect(asOutcome(failing(new TypeError('a bug')))).rejects.toThrow(TypeError);
    await expect(asUnavailable(failing(new TypeError('a bug')))).rejects.toThrow(TypeError);
  });
});

test('the words of another system are cut where nobody would read on', () => {
  const said = new Refused('validation-refused', 'x'.repeat(1_000_000)).said;
  expect([said.fr.length, said.en.length]).toEqual([1_001, 1_001]);
});
