import { describe, expect, it } from 'vitest';
import { decodeMessage, statusWords } from './decode-message.js';

const key = 'parvis:0193a1c2-5b7e-7c11-9d20-3f5a6b7c8d9e:1';
const decode = (message: unknown) => decodeMessage({ bytes: Buffer.from(JSON.stringify(message)) });
const told = { key, id: 'R-1', status: 'paid', occurredAt: '2026-03-10T10:00:00+01:00' };

describe('decodeMessage', () => {
  it('reads a status with everything that may be told', () => {
    expect(decode({ ...told, number: 'M-7', reason: 'Solde', extra: true })).toEqual({
      kind: 'statuses',
      statuses: [
        {
          key,
          reference: { id: 'R-1', number: 'M-7' },
          sourceCode: 'paid',
          actions: ['book', 'startPayment'],
          occurredAt: new Date('2026-03-10T09:00:00.000Z'),
          reason: 'Solde',
        },
      ],
    });
  });

  it.each([
    ['taken_over', ['takeInCharge']],
    ['service_done', ['approve']],
    ['payment_ordered', ['orderPayment']],
    ['handed_to_accountant', ['handToAccountant']],
    ['booked', ['book']],
    ['payment_returned', ['returnPayment']],
    ['rejected', ['refuse']],
    ['suspended', ['suspend']],
    ['cancelled_after_booking', []],
    ['order_refused', []],
    ['a word of their own', []],
    ['constructor', []],
  ])('makes of %s what it means', (status, actions) => {
    expect(decode({ ...told, status })).toMatchObject({ statuses: [{ sourceCode: status, actions }] });
  });

  it('reads several of one moment in their order', () => {
    const decoded = decode([told, { ...told, status: 'payment_returned' }]);
    expect(decoded).toMatchObject({
      statuses: [{ sourceCode: 'paid' }, { sourceCode: 'payment_returned' }],
    });
  });

  it('knows an invoice by the key alone', () => {
    const { id: _id, ...keyOnly } = told;
    expect(decode(keyOnly)).toMatchObject({ statuses: [{ reference: { id: key } }] });
  });

  it.each([
    ['neither key nor id', { status: 'paid', occurredAt: told.occurredAt }],
    ['no moment', { ...told, occurredAt: undefined }],
    ['a moment without a zone', { ...told, occurredAt: '2026-03-10T10:00:00' }],
    ['no status', { ...told, status: '' }],
    ['nothing', []],
    ['a text', 'paid'],
    ['null', null],
  ])('says why it does not understand: %s', (_name, message) => {
    expect(decode(message)).toMatchObject({ kind: 'notUnderstood', why: expect.stringMatching(/\w{3}/) });
  });

  it('does not understand what is no text', () => {
    expect(decodeMessage({ bytes: Uint8Array.of(0xff, 0xfe, 0x00) }).kind).toBe('notUnderstood');
  });

  it('explains every word in both languages', () => {
    for (const { meaning } of statusWords) expect([meaning.fr, meaning.en]).not.toContain('');
  });
});
