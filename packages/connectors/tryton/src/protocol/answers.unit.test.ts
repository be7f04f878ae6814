import { NotNow, Refused } from '@parvis/connector-kit/failures';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './answers.js';

const read = (body: unknown, status = 200, headers = {}) =>
  readAnswer({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

const error = (...items: unknown[]) => read({ id: 0, error: items });

describe('readAnswer', () => {
  it('reads a result, an empty one too', () => {
    expect(read({ id: 0, result: [3] })).toEqual({ kind: 'result', result: [3] });
    expect(read({ id: 0, result: null })).toEqual({ kind: 'result', result: null });
  });

  it.each([
    'could not obtain lock on row in relation "ir_sequence_strict"',
    'could not serialize access due to concurrent update',
    'deadlock detected',
  ])('takes "%s" for a busy database', (text) => {
    expect(error(text, '').kind).toBe('contention');
  });

  it('passes on what Tryton says to people', () => {
    expect(error('UserError', ['La date n’est dans aucune période.', '', null])).toMatchObject({
      error: { code: 'validation-refused', message: 'La date n’est dans aucune période.' },
    });
    expect(error('UserWarning', ['facture_15', 'Cette facture existe peut-être déjà.', ''])).toMatchObject({
      error: { code: 'validation-refused', message: 'Cette facture existe peut-être déjà.' },
    });
  });

  it('comes back later for a record that has just changed', () => {
    expect(error('ConcurrencyException', 'account.invoice')).toMatchObject({ error: expect.any(NotNow) });
  });

  it('leaves to a person a failure it does not know', () => {
    expect(error("'nope'", '')).toMatchObject({ error: { code: 'answer-not-understood' } });
  });

  it.each([
    [401, 'signed-out'],
    [200, 'failed'],
  ])('does not take HTTP %i with a page for a result', (status, kind) => {
    expect(read('<html></html>', status).kind).toBe(kind);
  });

  it.each([
    [403, 'right-missing'],
    [404, 'reference-data-missing'],
  ])('refuses on HTTP %i: %s', (status, code) => {
    const reading = read('', status);
    expect(reading).toMatchObject({ error: expect.any(Refused) });
    expect(reading).toMatchObject({ error: { code } });
  });

  it('waits a quarter of an hour when the account is locked', () => {
    expect(read('', 429)).toMatchObject({ error: { retryAfterSeconds: 900 } });
    expect(read('', 429, { 'retry-after': '30' })).toMatchObject({ error: { retryAfterSeconds: 30 } });
  });
});
