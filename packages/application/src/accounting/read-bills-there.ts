import { say } from '@parvis/domain/display/language';
import type { LogProblem } from '../ports/operations-log.js';
import type { AccountingConnector, BillThereNow, Unavailable } from './accounting-connector.js';

export interface ReadBillsPorts {
  readonly log: LogProblem;
  /** Waits before the next try; tests need not. */
  readonly pause: (seconds: number) => Promise<void>;
}

/** Before the second, third and fourth try of one page. */
const pausesInSeconds = [1, 5, 20];

/** No system keeps us waiting longer, whatever it asks for. */
const LONGEST_PAUSE_IN_SECONDS = 120;

type BillsThere = NonNullable<AccountingConnector['billsThere']>;

/**
 * Hands every bill of the books to `take`, page by page, each page asked for again when no answer comes. Answers why it
 * could not be read to its end. No unit of work may be open: the other system may take its time.
 */
export const readBillsThere = async (
  ports: ReadBillsPorts,
  billsThere: BillsThere,
  take: (bills: readonly BillThereNow[]) => Promise<void> | void,
): Promise<Unavailable | undefined> => {
  let after: string | null = null;
  let read = 0;
  for (let pages = 0; pages < MOST_PAGES && read < MOST_BILLS; pages += 1) {
    const page = await readPage(ports, billsThere, after);
    if (page.kind === 'unavailable') return page;
    await take(page.bills);
    // A connector that promises more without moving on would keep us here for ever.
    if (page.next === null || page.next === after) return undefined;
    read += page.bills.length;
    after = page.next;
  }
  return endless;
};

/** More than the books of the largest entity hold: whoever goes on is walking in a circle. */
const MOST_PAGES = 20_000;
const MOST_BILLS = 2_000_000;

const endless: Unavailable = {
  kind: 'unavailable',
  message: say(
    'Le système comptable annonce toujours une page de plus : la lecture a été arrêtée.',
    'The accounting system always tells of one page more: reading was stopped.',
  ),
};

const readPage = async (
  ports: ReadBillsPorts,
  billsThere: BillsThere,
  after: string | null,
): ReturnType<BillsThere> => {
  for (const seconds of pausesInSeconds) {
    const page = await ask(ports, billsThere, after);
    if (page.kind === 'page') return page;
    await ports.pause(Math.min(Math.max(seconds, page.retryAfterSeconds ?? 0), LONGEST_PAUSE_IN_SECONDS));
  }
  return ask(ports, billsThere, after);
};

const ask = async (
  { log }: ReadBillsPorts,
  billsThere: BillsThere,
  after: string | null,
): ReturnType<BillsThere> => {
  try {
    return await billsThere(after);
  } catch (failure) {
    log('bills could not be read for a comparison', {}, failure);
    return {
      kind: 'unavailable',
      message: say(
        'Le système comptable n’a pas pu être lu pour une raison technique.',
        'The accounting system could not be read for a technical reason.',
      ),
    };
  }
};
