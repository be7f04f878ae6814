import type { ReceivedStatus } from '@parvis/application/accounting/accounting-connector';
import { describe, expect, it } from 'vitest';
import type { ConnectionInbox } from '../connector-tools.js';
import { acknowledgement, orderReturn } from '../testing/pes-accountant.js';
import { type AnswerFile, readAnswerPage, readAnswerPlace } from './answer-files.js';
import type { PesAnswer } from './read-answers.js';

const receivedAt = new Date('2026-12-05T09:00:00.000Z');
const billId = '21990012300015/00/2026/42/1187';
const taken = acknowledgement(billId);
const booked = orderReturn(billId, { state: '02' });

const lying = (files: Readonly<Record<string, string>>): AnswerFile[] =>
  Object.entries(files).map(([name, text]) => ({
    id: name,
    name,
    receivedAt,
    read: async () => Buffer.from(text, 'latin1'),
  }));

const inboxOf = (...texts: readonly string[]): ConnectionInbox => ({
  after: async (place, limit) =>
    texts
      .map((text, index) => ({
        place: index + 1,
        receivedAt,
        name: 'retour.xml',
        mediaType: 'application/xml',
        bytes: Buffer.from(text, 'latin1'),
      }))
      .filter((message) => message.place > place)
      .slice(0, limit),
});

const tell = async (answers: readonly PesAnswer[]): Promise<ReceivedStatus[]> =>
  answers.map(({ kind }) => ({
    reference: { id: kind },
    sourceCode: kind,
    actions: [],
    occurredAt: receivedAt,
  }));

const page = (
  files: Readonly<Record<string, string>>,
  cursor: string | null = null,
  inbox?: ConnectionInbox,
) => readAnswerPage({ lying: lying(files), inbox, pageSize: 2, tell }, readAnswerPlace(cursor));

const wordsOf = ({ statuses }: { readonly statuses: readonly ReceivedStatus[] }) =>
  statuses.map(({ sourceCode }) => sourceCode);

describe('reading the files of Hélios’ answers', () => {
  it('tells each file once, page by page', async () => {
    const files = { a: taken, b: booked, c: taken };
    const first = await page(files);
    const second = await page(files, first.next);
    const third = await page(files, second.next);
    expect([first, second, third].map(wordsOf)).toEqual([['batch', 'order'], ['batch'], []]);
    expect([first.more, second.more]).toEqual([true, false]);
  });

  it('forgets files that were taken away, so that its place does not grow', async () => {
    const first = await page({ a: taken, b: booked });
    const { next } = await page({}, first.next);
    expect(JSON.parse(next)).toEqual({ seen: [], inbox: 0 });
  });

  it('reads what a person has sent us, too', async () => {
    const inbox = inboxOf(taken, 'pas un fichier d’Hélios', booked);
    const first = await page({}, null, inbox);
    const second = await page({}, first.next, inbox);
    expect([wordsOf(first), wordsOf(second)]).toEqual([['batch'], ['order']]);
  });

  it('tells what can be read, then waits for the file that cannot, by its name', async () => {
    const files = { 'half.xml': taken.slice(0, 150), b: booked };
    const first = await page(files);
    expect(wordsOf(first)).toEqual(['order']);
    await expect(page(files, first.next)).rejects.toMatchObject({
      said: { fr: expect.stringContaining('half.xml') },
    });
    expect(wordsOf(await page({ 'half.xml': taken, b: booked }, first.next))).toEqual(['batch']);
  });

  it('passes over files of other kinds', async () => {
    const first = await page({ aller: '<PES_Aller/>', b: booked });
    expect(wordsOf(first)).toEqual(['order']);
    expect(wordsOf(await page({ aller: '<PES_Aller/>', b: booked }, first.next))).toEqual([]);
  });
});
