import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';

/** An invoice has changed, and the change is durable. */
export interface ChangeNotice {
  readonly ref: InvoiceRef;
  readonly supplierId: string;
  /** Of the event that changed it. */
  readonly sequence: number;
}

/** A reader that falls behind this far is cut off rather than let the process fill up. */
const QUEUE_LIMIT = 1000;

/** Hands every change to every reader of this process. */
export class ChangeFeed {
  private readonly readers = new Set<Reader>();
  private readonly gapListeners = new Set<() => void>();

  /** How many follow. */
  get size(): number {
    return this.readers.size;
  }

  publish(notice: ChangeNotice): void {
    for (const reader of this.readers) reader.push(notice);
  }

  /** The changes that pass `wanted`, from now on, until the reader stops or the gateway does. */
  read(wanted: (notice: ChangeNotice) => boolean): AsyncIterableIterator<ChangeNotice> {
    const reader = new Reader(wanted, () => this.readers.delete(reader));
    this.readers.add(reader);
    return reader;
  }

  /** Changes may have gone unheard: whoever follows them should read again. */
  gap(): void {
    for (const listener of this.gapListeners) listener();
  }

  onGap(listener: () => void): void {
    this.gapListeners.add(listener);
  }

  close(): void {
    for (const reader of [...this.readers]) void reader.return();
  }
}

class Reader implements AsyncIterableIterator<ChangeNotice> {
  private readonly queue: ChangeNotice[] = [];
  private waiting: ((result: IteratorResult<ChangeNotice>) => void) | undefined;
  private ended = false;

  constructor(
    private readonly wanted: (notice: ChangeNotice) => boolean,
    private readonly forget: () => void,
  ) {}

  push(notice: ChangeNotice): void {
    if (this.ended || !this.wanted(notice)) return;
    if (this.waiting) {
      this.waiting({ done: false, value: notice });
      this.waiting = undefined;
    } else if (this.queue.length < QUEUE_LIMIT) {
      this.queue.push(notice);
    } else {
      void this.return();
    }
  }

  next(): Promise<IteratorResult<ChangeNotice>> {
    const value = this.queue.shift();
    if (value) return Promise.resolve({ done: false, value });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  return(): Promise<IteratorResult<ChangeNotice>> {
    this.ended = true;
    this.forget();
    this.waiting?.({ done: true, value: undefined });
    this.waiting = undefined;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
