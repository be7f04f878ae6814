import { Worker } from 'node:worker_threads';
import { invoiceFromJson } from '@parvis/domain/invoice/invoice-json';
import { outcomeOf } from './read-invoice.js';
import type { WorkerAnswer } from './reader-messages.js';
import { readFault } from './reading/read-fault.js';
import type { ReadOutcome } from './reading/read-outcome.js';

export interface ReaderPoolOptions {
  /** Threads that read at the same time. */
  readonly size?: number;
  /** For a file of no size; larger files get more in proportion. */
  readonly timeLimitMilliseconds?: number;
  readonly memoryMegabytes?: number;
}

export interface ReaderPool {
  /** As `readInvoice`, in a thread of limited time and memory. Rejects only for a bug of ours. */
  read(bytes: Uint8Array, fileName: string): Promise<ReadOutcome>;
  /** Ends the threads; files that wait are no longer read. */
  close(): Promise<void>;
}

const millisecondsPerMegabyte = 100;

interface Job {
  readonly bytes: Uint8Array;
  readonly resolve: (outcome: ReadOutcome) => void;
  readonly reject: (error: Error) => void;
}

/** Reads strangers' files aside, so that none can hang or fill the process that serves everybody. */
export const startReaderPool = ({
  size = 2,
  timeLimitMilliseconds = 2_000,
  memoryMegabytes = 256,
}: ReaderPoolOptions = {}): ReaderPool => {
  const waiting: Job[] = [];
  const idle: ReadingThread[] = [];
  const threads = new Set<ReadingThread>();
  let closed = false;

  const next = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || threads.size < size)) {
      const job = waiting.shift();
      if (!job) return;
      const thread = idle.pop() ?? startThread();
      void work(thread, job);
    }
  };
  const startThread = (): ReadingThread => {
    const thread = new ReadingThread(memoryMegabytes);
    threads.add(thread);
    return thread;
  };
  const work = async (thread: ReadingThread, { bytes, resolve, reject }: Job): Promise<void> => {
    const allowance = (bytes.length / 1_000_000) * millisecondsPerMegabyte;
    const limit = Math.max(1, timeLimitMilliseconds + allowance);
    try {
      resolve(await thread.read(bytes, limit));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
    if (thread.alive && !closed) idle.push(thread);
    else threads.delete(thread);
    next();
  };

  return {
    read: (bytes) =>
      closed
        ? Promise.reject(new Error('the reader pool is closed'))
        : new Promise((resolve, reject) => {
            waiting.push({ bytes, resolve, reject });
            next();
          }),
    close: async () => {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('the reader pool is closed'));
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
};

/** One thread; it dies with the file that is too much for it. */
class ReadingThread {
  alive = true;
  private readonly worker: Worker;
  private readonly ready: Promise<unknown>;

  constructor(memoryMegabytes: number) {
    this.worker = new Worker(new URL('./reader-worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      env: {},
      execArgv: [],
    });
    this.worker.unref();
    this.worker.once('exit', () => {
      this.alive = false;
    });
    this.ready = new Promise((resolve, reject) => {
      this.worker.once('message', resolve);
      this.worker.once('error', reject);
    });
  }

  async read(bytes: Uint8Array, timeLimitMilliseconds: number): Promise<ReadOutcome> {
    this.worker.ref();
    try {
      await this.ready;
      return await this.ask(bytes, timeLimitMilliseconds);
    } finally {
      this.worker.unref();
    }
  }

  async end(): Promise<void> {
    this.alive = false;
    await this.worker.terminate();
  }

  private ask(bytes: Uint8Array, timeLimitMilliseconds: number): Promise<ReadOutcome> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.worker.removeAllListeners('message');
        this.worker.removeAllListeners('error');
        act();
      };
      const timer = setTimeout(() => {
        settle(() => void this.end().then(() => resolve(tooComplex('time'))));
      }, timeLimitMilliseconds);
      this.worker.once('message', (answer: WorkerAnswer) => settle(() => take(answer, resolve, reject)));
      this.worker.once('error', (error: Error & { readonly code?: string }) => {
        this.alive = false;
        settle(() =>
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooComplex('memory')) : reject(error),
        );
      });
      this.worker.postMessage({ bytes });
    });
  }
}

const take = (
  answer: WorkerAnswer,
  resolve: (outcome: ReadOutcome) => void,
  reject: (error: Error) => void,
): void => {
  if ('failure' in answer) {
    reject(new Error('reading failed', { cause: answer.failure }));
    return;
  }
  const { reading, invoiceJson } = answer;
  resolve(
    outcomeOf({
      ...reading,
      ...(invoiceJson === undefined ? {} : { invoice: invoiceFromJson(JSON.parse(invoiceJson)) }),
    }),
  );
};

const tooComplex = (limit: 'time' | 'memory'): ReadOutcome =>
  outcomeOf({ syntax: 'unknown', faults: [readFault('PV-READ-TOO-COMPLEX', { values: { limit } })] });
