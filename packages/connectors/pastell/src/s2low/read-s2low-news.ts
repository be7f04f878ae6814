import type {
  ReceivedStatus,
  StatusCursor,
  StatusPage,
} from '@parvis/application/accounting/accounting-connector';
import type { ConnectionInbox, ConnectorNumbers } from '@parvis/connector-kit/connector-tools';
import { NotNow } from '@parvis/connector-kit/failures';
import { readAnswerPage } from '@parvis/connector-kit/pes/answer-files';
import { pesReference } from '@parvis/connector-kit/pes/deliver-pes';
import { readPesAnswers } from '@parvis/connector-kit/pes/read-answers';
import { placeOfKey, tellAnswers } from '@parvis/connector-kit/pes/tell-answers';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { S2lowClient } from './s2low-client.js';
import { isAcknowledged, isOver, wordOf } from './s2low-words.js';
import type { S2lowSettings } from './settings.js';
import { type PlacedTransaction, transactionsAfter } from './transactions.js';

const place = z.object({
  /** Every transaction up to this number has had its last word. */
  floor: z.int(),
  /** Those above it that have, too. */
  done: z.array(z.int()),
  /** What was last told of the others. */
  told: z.record(z.string(), z.string()),
  /** Where this round stands; undefined: at its beginning. */
  from: z.int().optional(),
  /** Returns that have been told. */
  seen: z.array(z.string()),
  inbox: z.int(),
});

type Place = z.infer<typeof place>;

const readPlace = (cursor: StatusCursor | null): Place => {
  try {
    return place.parse(JSON.parse(cursor ?? ''));
  } catch {
    return { floor: 0, done: [], told: {}, seen: [], inbox: 0 };
  }
};

export interface S2lowNews {
  readonly client: S2lowClient;
  readonly settings: S2lowSettings;
  readonly numbers: ConnectorNumbers;
  readonly inbox: ConnectionInbox | undefined;
}

/**
 * One page: first, of the files that we sent, those that have not had their last word; when all were asked for, what
 * Hélios has sent back. A return is marked as read only when we are asked to go on from the page that told it: that
 * page is stored then. Marked earlier, it would be lost with us.
 */
export const readS2lowNews = async (news: S2lowNews, cursor: StatusCursor | null): Promise<StatusPage> => {
  const where = readPlace(cursor);
  const { settings, numbers } = news;
  const after = Math.max(where.floor, where.from ?? 0);
  const posted = await transactionsAfter(numbers, settings, after, settings.pageSize);
  const open = posted.filter(({ number }) => !where.done.includes(number));
  const statuses: ReceivedStatus[] = [];
  const done = [...where.done];
  const told = { ...where.told };
  for (const transaction of open) {
    const asked = await askFor(news, transaction, told[transaction.number]);
    statuses.push(...asked.statuses);
    if (asked.over) {
      done.push(transaction.number);
      delete told[transaction.number];
    } else told[transaction.number] = asked.status;
  }
  const last = posted.at(-1)?.number;
  if (posted.length === settings.pageSize && last !== undefined) {
    return {
      kind: 'page',
      statuses,
      next: JSON.stringify({ ...where, ...raised(where.floor, done), told, from: last }),
      more: true,
    };
  }
  const { from: _from, ...rest } = where;
  const returns = await readReturns(news, where);
  return {
    ...returns.page,
    statuses: [...statuses, ...returns.page.statuses],
    next: JSON.stringify({ ...rest, ...raised(where.floor, done), told, ...returns.place } satisfies Place),
  };
};

/** Numbers below the floor need not be remembered one by one. */
const raised = (floor: number, done: readonly number[]): Pick<Place, 'floor' | 'done'> => {
  let highest = floor;
  while (done.includes(highest + 1)) highest += 1;
  return { floor: highest, done: done.filter((number) => number > highest) };
};

interface Asked {
  readonly status: string;
  readonly statuses: readonly ReceivedStatus[];
  readonly over: boolean;
}

const askFor = async (
  { client, settings, numbers }: S2lowNews,
  { key, id, postedAt }: PlacedTransaction,
  lastTold: string | undefined,
): Promise<Asked> => {
  const { status, message } = await client.statusOf(id);
  const over = isOver(status);
  if (status === lastTold) return { status, statuses: [], over };
  if (isAcknowledged(status)) {
    const reading = readPesAnswers(await client.acknowledgement(id));
    if (reading.kind !== 'answers') throw acknowledgementNotReadable(id);
    return { status, statuses: await tellAnswers(reading.answers, postedAt, settings, numbers), over };
  }
  const where = await placeOfKey(key, settings, numbers);
  if (!where) return { status, statuses: [], over };
  const own: ReceivedStatus = {
    key,
    reference: pesReference(settings, where),
    sourceCode: wordOf(status),
    actions: [],
    occurredAt: postedAt,
    ...(over && message !== '' ? { reason: message } : {}),
  };
  return { status, statuses: [own], over };
};

const readReturns = async (
  { client, settings, numbers, inbox }: S2lowNews,
  where: Place,
): Promise<{ readonly page: StatusPage; readonly place: Pick<Place, 'seen' | 'inbox'> }> => {
  const unread = await client.unreadReturns();
  const toMark = unread.filter(({ id }) => where.seen.includes(id));
  if (settings.marksRead) for (const { id } of toMark) await client.markRead(id);
  const page = await readAnswerPage(
    {
      lying: unread.map(({ id, name, receivedAt }) => ({
        id,
        name,
        receivedAt: receivedAt ?? new Date(0),
        read: () => client.returnFile(id),
      })),
      inbox,
      pageSize: settings.pageSize,
      tell: (answers, at) => tellAnswers(answers, at, settings, numbers),
      foreignIsBroken: true,
    },
    where,
  );
  return { page, place: place.pick({ seen: true, inbox: true }).parse(JSON.parse(page.next)) };
};

const acknowledgementNotReadable = (transaction: string): NotNow =>
  new NotNow(
    say(
      `L’acquittement de la transaction ${transaction} n’est pas lisible. Nouvel essai prévu.`,
      `The acknowledgement of transaction ${transaction} cannot be read. Another try is planned.`,
    ),
  );
