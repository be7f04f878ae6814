import { readFileSync } from 'node:fs';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import type { HttpAnswer, RecordedExchange } from '@parvis/connector-kit/exchange';
import { Refused } from '@parvis/connector-kit/failures';
import { recordedEnvelope, recordedKey } from '@parvis/connector-kit/testing/recorded-delivery';
import { replayingClient } from '@parvis/connector-kit/testing/replaying-client';
import { describe, expect, it } from 'vitest';
import { odooBook } from './delivering/odoo-book.js';
import { readNews } from './news/read-news.js';
import { type Reading, readJson2, readRpc } from './protocol/answers.js';
import { makeOdooClient } from './protocol/odoo-client.js';
import { standInSettings } from './testing/odoo-harness.js';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8'));

const settings = {
  ...standInSettings('https://mairie.odoo.example'),
  apiKey: '(hidden)',
  overlapSeconds: 0,
};

/** Answers as the documentation says the server does, and only to exactly these questions. */
const replay = (name: string) => {
  const { exchanges }: { readonly exchanges: readonly RecordedExchange[] } = read(name);
  const session = { signedIn: undefined, references: undefined };
  return { ...makeOdooClient(settings, session, replayingClient(exchanges)), settings, session };
};

describe.each(['json-rpc', 'json-2'])('the exchanges of the documented API: %s', (protocol) => {
  it('bring a bill in', async () => {
    const client = replay(`${protocol}-delivery`);
    const delivery = { envelope: recordedEnvelope, key: recordedKey };
    const outcome = await deliverOnce(odooBook(client, recordedEnvelope), delivery, () => {});
    expect(outcome).toMatchObject({ kind: 'accepted', reference: { id: expect.stringMatching(/^\d+$/) } });
  });

  it('tell that it was posted and paid, each with its date', async () => {
    const page = await readNews(replay(`${protocol}-news`), null);
    expect(page).toMatchObject({ kind: 'page', more: false });
    expect(page.statuses).toMatchObject([
      {
        key: recordedKey,
        sourceCode: 'posted',
        actions: ['orderPayment'],
        reference: { number: 'BILL/2026/03/0001' },
        occurredAt: new Date('2026-03-03T09:10:00Z'),
      },
      {
        key: recordedKey,
        sourceCode: 'paid',
        actions: ['book', 'startPayment'],
        occurredAt: new Date('2026-03-09T09:11:00Z'),
      },
    ]);
  });
});

interface RefusalCase {
  readonly speaks: string;
  readonly answer: HttpAnswer;
  readonly expected: string;
}

const meaning = (reading: Reading): string => {
  if (reading.kind !== 'failed') return reading.kind;
  return reading.error instanceof Refused ? reading.error.code : 'unavailable';
};

describe('the failures of the documented API', () => {
  it.each(read('refusals').cases as readonly RefusalCase[])(
    '$speaks $answer.status: $expected',
    ({ speaks, answer, expected }) => {
      expect(meaning(speaks === 'json-2' ? readJson2(answer) : readRpc(answer))).toBe(expected);
    },
  );
});
