import { readFileSync } from 'node:fs';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import type { HttpAnswer, RecordedExchange } from '@parvis/connector-kit/exchange';
import { Refused } from '@parvis/connector-kit/failures';
import { recordedEnvelope, recordedKey } from '@parvis/connector-kit/testing/recorded-delivery';
import { replayingClient } from '@parvis/connector-kit/testing/replaying-client';
import { describe, expect, it } from 'vitest';
import { dolibarrBook } from './delivering/dolibarr-book.js';
import { readNews } from './news/read-news.js';
import { failureOf } from './protocol/answers.js';
import { makeDolibarrClient } from './protocol/dolibarr-client.js';
import { standInSettings } from './testing/dolibarr-harness.js';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8'));

const settings = { ...standInSettings('https://compta.mairie.example'), overlapSeconds: 0 };

/** Answers as the documentation says the server does, and only to exactly these questions. */
const replay = (name: string) => {
  const { exchanges }: { readonly exchanges: readonly RecordedExchange[] } = read(name);
  return { ...makeDolibarrClient(settings, replayingClient(exchanges)), settings };
};

describe('the exchanges of the documented API', () => {
  it('bring a bill in', async () => {
    const delivery = { envelope: recordedEnvelope, key: recordedKey };
    const outcome = await deliverOnce(dolibarrBook(replay('delivery')), delivery, () => {});
    expect(outcome).toMatchObject({ kind: 'accepted', reference: { id: expect.stringMatching(/^\d+$/) } });
  });

  it('tell that it was validated and paid, each with its date', async () => {
    const page = await readNews(replay('news'), null);
    expect(page).toMatchObject({ kind: 'page', more: false });
    expect(page.statuses).toMatchObject([
      {
        key: recordedKey,
        sourceCode: 'unpaid',
        actions: ['orderPayment'],
        reference: { number: expect.stringMatching(/^SI2603-/) },
      },
      { key: recordedKey, sourceCode: 'paid', actions: ['book', 'startPayment'] },
    ]);
    const [validated, paid] = page.statuses;
    expect(validated?.occurredAt).toEqual(new Date(1_772_529_000_000));
    expect(paid?.occurredAt.getTime()).toBeGreaterThan(1_772_529_000_000);
  });
});

interface RefusalCase {
  readonly answer: HttpAnswer;
  readonly expected: string;
}

describe('the failures of the documented API', () => {
  it.each(read('refusals').cases as readonly RefusalCase[])(
    '$answer.status: $expected',
    ({ answer, expected }) => {
      const failure = failureOf(answer);
      expect(failure instanceof Refused ? failure.code : 'unavailable').toBe(expected);
    },
  );
});
