import type { BillsPage, BillThereNow, Unavailable } from '../accounting/accounting-connector.js';

/** What the next reading of a page meets, one word each; `null` for a page that comes as it should. */
export type ReadingMishap = Unavailable | 'throws' | null;

/** Books that only tell which bills they hold, page by page, by place: a bill removed makes the others slide. */
export class FakeBillsThere {
  pageSize = 3;
  /** How many pages were asked for. */
  asked = 0;
  private readonly mishaps: ReadingMishap[] = [];

  constructor(
    public bills: readonly BillThereNow[],
    private readonly isWorkOpen: () => boolean,
    /** Runs before each page, with the number of pages asked for so far. */
    private readonly before: (asked: number) => Promise<void> | void = () => undefined,
  ) {}

  meet(...mishaps: readonly ReadingMishap[]): void {
    this.mishaps.push(...mishaps);
  }

  readonly billsThere = async (after: string | null): Promise<BillsPage | Unavailable> => {
    if (this.isWorkOpen()) throw new Error('an accounting system was called inside a unit of work');
    await this.before(this.asked);
    this.asked += 1;
    const mishap = this.mishaps.shift();
    if (mishap === 'throws') throw new Error('connection reset');
    if (mishap) return mishap;
    const start = Number(after ?? 0);
    const end = start + this.pageSize;
    const next = end < this.bills.length ? String(end) : null;
    return { kind: 'page', bills: this.bills.slice(start, end), next };
  };
}
