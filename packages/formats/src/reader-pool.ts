import { Worker } from 'node:worker_threads';
import { invoiceFromJson } from '@parvis/domain/invoice/invoice-json';
import type { TableReading } from '@parvis/domain/tables/table';
import { outcomeOf } from './read-invoice.js';
import type { WorkerAnswer, WorkerQuestion } from './reader-messages.js';
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
  /** As `readTable`, in such a thread. */
  readTable(bytes: Uint8Array): Promise<TableReading>;
  /** Ends the threads; files that wait are no longer read. */
  close(): Promise<void>;
}

const millisecondsPerMegabyte = 100;

/** What a thread answers, or the limit it died of. */
type Ending = WorkerAnswer | { readonly beyond: 'time' | 'memory' };

interface Job {
  readonly question: WorkerQuestion;
  readonly resolve: (ending: Ending) => void;
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
  const work = async (thread: ReadingThread, { question, resolve, reject }: Job): Promise<void> => {
    const allowance = (question.bytes.length / 1_000_000) * millisecondsPerMegabyte;
    const limit = Math.max(1, timeLimitMilliseconds + allowance);
    try {
      resolve(await thread.ask(question, limit));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
    if (thread.alive && !closed) idle.push(thread);
    else threads.delete(thread);
    next();
  };

  const ask = (question: WorkerQuestion): Promise<Ending> =>
    closed
      ? Promise.reject(new Error('the reader pool is closed'))
      : new Promise((resolve, reject) => {
          waiting.push({ question, resolve, reject });
          next();
        });

  return {
    read: async (bytes) => outcomeFrom(await ask({ bytes, as: 'invoice' })),
    readTable: async (bytes) => tableFrom(await ask({ bytes, as: 'table' })),
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

  async ask(question: WorkerQuestion, timeLimitMilliseconds: number): Promise<Ending> {
    this.worker.ref();
    try {
      await this.ready;
      return await this.exchange(question, timeLimitMilliseconds);
    } finally {
      this.worker.unref();
    }
  }

  async end(): Promise<void> {
    this.alive = false;
    await this.worker.terminate();
  }

  private exchange(question: WorkerQuestion, timeLimitMilliseconds: number): Promise<Ending> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.worker.removeAllListeners('message');
        this.worker.removeAllListeners('error');
        act();
      };
      const timer = setTimeout(() => {
        settle(() => void this.end().then(() => resolve({ beyond: 'time' })));
      }, timeLimitMilliseconds);
      this.worker.once('message', (answer: WorkerAnswer) => settle(() => resolve(answer)));
      this.worker.once('error', (error: Error & { readonly code?: string }) => {
        this.alive = false;
        settle(() =>
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ beyond: 'memory' }) : reject(error),
        );
      });
      this.worker.postMessage(question);
    });
  }
}

const outcomeFrom = (ending: Ending): ReadOutcome => {
  if ('beyond' in ending) return tooComplex(ending.beyond);
  if (!('reading' in ending)) return failed(ending);
  const { reading, invoiceJson } = ending;
  return outcomeOf({
    ...reading,
    ...(invoiceJson === undefined ? {} : { invoice: invoiceFromJson(JSON.parse(invoiceJson)) }),
  });
};

const tableFrom = (ending: Ending): TableReading => {
  if ('beyond' in ending) return { ok: false, problem: 'too-complex' };
  return 'table' in ending ? ending.table : failed(ending);
};

const failed = (ending: Ending): never => {
  throw new Error('reading failed', { cause: 'failure' in ending ? ending.failure : 'another answer' });
};

const tooComplex = (limit: 'time' | 'memory'): ReadOutcome =>
  outcomeOf({ syntax: 'unknown', faults: [readFault('PV-READ-TOO-COMPLEX', { values: { limit } })] });
