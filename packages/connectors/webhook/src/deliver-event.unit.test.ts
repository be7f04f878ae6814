import type { RecordedExchange, Transport } from '@parvis/connector-kit/exchange';
import { NoAnswer } from '@parvis/connector-kit/exchange';
import { aDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { deliverEvent } from './deliver-event.js';
import { readMessages } from './read-messages.js';
import { makeReceiverClient } from './receiver-client.js';

interface Planned {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const now = () => new Date('2026-03-02T10:00:00.000Z');
const settings = { url: 'https://finances.exemple/evenements', secret: 's'.repeat(32) };

/** A receiver that cannot be asked back: what it answers to the events, in their order. */
const deliverTo = async (planned: readonly (Planned | 'nothing')[], delivery = aDelivery()) => {
  const left = [...planned];
  const posted: { id: string; type: string; data: Record<string, unknown> }[] = [];
  const transport: Transport = async ({ body = '{}' }) => {
    posted.push(JSON.parse(body));
    const next = left.shift() ?? { status: 204 };
    if (next === 'nothing') throw new NoAnswer('timeout');
    const text = typeof next.body === 'string' ? next.body : JSON.stringify(next.body ?? '');
    return { status: next.status, headers: next.headers ?? {}, body: next.body === undefined ? '' : text };
  };
  const client = makeReceiverClient(settings, transport, now);
  const parts = { client, fileClient: client, readBackUrl: undefined, now, mark: () => {} };
  const outcome = await deliverEvent(parts, delivery.envelope, delivery.key);
  return { outcome, posted, ...delivery };
};

describe('a receiver that cannot be asked back', () => {
  it('is sent the invoice, then each file by itself', async () => {
    const { outcome, posted, key, envelope } = await deliverTo([
      { status: 201, body: { id: 'R-1', number: 'A-7' } },
    ]);
    expect(outcome).toEqual({ kind: 'accepted', reference: { id: 'R-1', number: 'A-7' } });
    const [file] = envelope.files;
    expect(posted.map(({ id, type }) => [id, type])).toEqual([
      [key, 'invoice.delivered'],
      [`${key}:file:${file?.sha256}`, 'invoice.file'],
    ]);
    const { sha256, contentBase64 } = posted[1]?.data ?? {};
    expect(sha256).toBe(file?.sha256);
    expect(Buffer.from(String(contentBase64), 'base64')).toEqual(file?.bytes);
    expect(JSON.stringify(posted[0])).not.toContain(String(contentBase64));
  });

  it('may answer nothing at all: the key is then its identifier', async () => {
    const { outcome, key } = await deliverTo([{ status: 204 }]);
    expect(outcome).toEqual({ kind: 'accepted', reference: { id: key } });
  });

  it('says with 409 that it knows the invoice, and is sent the files that it lacks', async () => {
    const { outcome, posted } = await deliverTo([
      { status: 409, body: { id: 'R-1', files: ['another'] } },
      { status: 409 },
    ]);
    expect(outcome).toEqual({ kind: 'alreadyKnown', reference: { id: 'R-1' } });
    expect(posted).toHaveLength(2);
  });

  it.each([
    [{ status: 422, body: { message: 'Exercice clos.' } }, 'validation-refused', /Exercice clos/],
    [{ status: 400, body: { detail: 'Service inconnu.' } }, 'validation-refused', /Service inconnu/],
    [{ status: 413, body: '<html>' }, 'validation-refused', /413/],
    [{ status: 410, body: { title: 'Raccordement fermé.' } }, 'validation-refused', /fermé/],
    [{ status: 404 }, 'validation-refused', /404/],
    [{ status: 401 }, 'credentials-refused', /secret/],
    [{ status: 403, body: { message: 'Interdit.' } }, 'right-missing', /Interdit/],
    [{ status: 409, body: { code: 'typed-in', number: 'F-9' } }, 'typed-in-by-hand', /F-9/],
    [{ status: 200, body: '<html>Bienvenue</html>' }, 'answer-not-understood', /JSON/],
  ] as const)('is heard when it refuses: %j', async (answer, code, words) => {
    const { outcome, posted } = await deliverTo([answer]);
    expect(outcome).toMatchObject({ kind: 'refused', code, message: { fr: expect.stringMatching(words) } });
    expect(posted).toHaveLength(1);
  });

  it.each([
    [{ status: 503, headers: { 'retry-after': '90' } }, { retryAfterSeconds: 90 }],
    [{ status: 429, headers: { 'retry-after': '7' } }, { retryAfterSeconds: 7 }],
    [{ status: 500 }, {}],
    [{ status: 408 }, {}],
    ['nothing', {}],
  ] as const)('is asked again later after %j', async (answer, more) => {
    const { outcome } = await deliverTo([answer]);
    expect(outcome).toMatchObject({ kind: 'unavailable', ...more });
  });

  it('that tells other totals than the invoice’s is told to forget it', async () => {
    const totals = { net: '100.00', vat: '20.00', gross: '120.01' };
    const { outcome, posted } = await deliverTo([{ status: 200, body: { totals } }]);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'amount-differs' });
    expect(posted.map(({ type }) => type)).toEqual(['invoice.delivered', 'invoice.withdrawn']);
  });

  it('is sent amounts as text, as fine as the sender wrote them', async () => {
    const { envelope } = aDelivery();
    const invoice = anInvoiceOf([aLine()]);
    const { posted } = await deliverTo([], aDelivery(invoice));
    expect(posted[0]).toMatchObject({
      entity: { siret: envelope.recipient.siret },
      sequence: 1000,
      data: {
        kind: 'invoice',
        totals: { net: '100.00', vat: '20.00', gross: '120.00' },
        lines: [{ net: '100.00', vatRate: '20' }],
        files: [{ sha256: expect.stringMatching(/^[\da-f]{64}$/) }],
      },
    });
  });
});

describe('what was posted to us', () => {
  const messages = [
    '{"key":"parvis:0193a1c2-5b7e-7c11-9d20-3f5a6b7c8d9e:1","status":"paid","occurredAt":"2026-03-10T10:00:00Z"}',
    'payé hier',
    '{"id":"R-2","status":"booked","occurredAt":"2026-03-10T10:00:00Z"}',
  ].map((text, index) => ({
    place: index + 1,
    receivedAt: now(),
    name: '',
    mediaType: 'application/json',
    bytes: Buffer.from(text),
  }));
  const inbox = {
    after: async (place: number, limit: number) =>
      messages.filter((message) => message.place > place).slice(0, limit),
  };

  it('is read page by page, and one that nobody understands is kept for people and passed over', async () => {
    const recorded: RecordedExchange[] = [];
    const tools = { inbox, record: (exchange: RecordedExchange) => void recorded.push(exchange) };
    const first = await readMessages(tools, null, 2);
    expect(first).toMatchObject({ statuses: [{ sourceCode: 'paid' }], next: '2', more: true });
    const second = await readMessages(tools, first.next, 2);
    expect(second).toMatchObject({ statuses: [{ sourceCode: 'booked' }], next: '3', more: false });
    expect(await readMessages(tools, second.next, 2)).toMatchObject({ statuses: [], next: '3', more: false });
    expect(recorded).toMatchObject([
      { question: { what: 'message not understood', body: 'payé hier' }, failure: expect.any(String) },
    ]);
  });
});
