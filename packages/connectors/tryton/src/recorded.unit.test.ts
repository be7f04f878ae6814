import { readFileSync } from 'node:fs';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import type { RecordedExchange } from '@parvis/connector-kit/exchange';
import { recordedEnvelope, recordedKey } from '@parvis/connector-kit/testing/recorded-delivery';
import { replayingClient } from '@parvis/connector-kit/testing/replaying-client';
import { describe, expect, it } from 'vitest';
import { trytonBook } from './delivering/tryton-book.js';
import { readNews } from './news/read-news.js';
import { makeTrytonClient } from './protocol/tryton-client.js';
import { recordedSettings as settings } from './testing/recorded-settings.js';

interface Recording {
  readonly exchanges: readonly RecordedExchange[];
  readonly cursor?: string;
}

const recording = (name: string): Recording =>
  JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8'));

/** Answers as the recorded server did, and only to exactly what was asked of it. */
const replay = ({ exchanges }: Recording) => {
  const session = { signedIn: undefined, references: undefined };
  const transport = replayingClient([...recording('sign-in').exchanges, ...exchanges], ['password']);
  return { ...makeTrytonClient(settings, session, transport), settings, session, now: () => new Date() };
};

describe('what was recorded of a real Tryton', () => {
  it('is delivered today with the very same questions', async () => {
    const delivery = { envelope: recordedEnvelope, key: recordedKey };
    const outcome = await deliverOnce(trytonBook(replay(recording('delivery'))), delivery, () => {});
    expect(outcome).toMatchObject({ kind: 'accepted', reference: { id: expect.stringMatching(/^\d+$/) } });
  });

  it('is told as ordered, booked and paid, each with its date', async () => {
    const news = recording('news');
    const page = await readNews(replay(news), news.cursor ?? null);
    expect(page).toMatchObject({ kind: 'page', more: false });
    expect(page.statuses).toMatchObject([
      {
        key: recordedKey,
        sourceCode: 'posted',
        actions: ['orderPayment'],
        reference: { number: 'M-2026-00001' },
      },
      { key: recordedKey, sourceCode: 'paid', actions: ['book', 'startPayment'] },
    ]);
    const [posted, paid] = page.statuses;
    expect(posted?.occurredAt.getTime()).toBeLessThan(paid?.occurredAt.getTime() ?? 0);
  });
});
