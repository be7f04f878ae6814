import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { CHANNEL, type InvoiceChange } from './invoice-changes.js';

export interface ListenOptions {
  readonly url: string;
  readonly onChange: (change: InvoiceChange) => void;
  /** The connection was lost and is back: changes may have gone unheard in between. */
  readonly onGap?: () => void;
  readonly onProblem?: (problem: unknown) => void;
}

export interface Listener {
  close(): Promise<void>;
}

interface Session {
  readonly client: Client;
  readonly ended: Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears every committed change of an invoice on a connection of its own, and connects again when it is lost. Resolves
 * once it hears; throws when the first connection fails.
 */
export const listenToInvoiceChanges = async (options: ListenOptions): Promise<Listener> => {
  const closing = new AbortController();
  let session = await connect(options);

  const stayConnected = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await session.ended;
      const next = await connectAgain(options, closing.signal);
      if (!next) return;
      session = next;
      options.onGap?.();
    }
  };

  const staying = stayConnected();
  return {
    close: async () => {
      closing.abort();
      await session.client.end();
      await staying;
      await session.client.end();
    },
  };
};

const connect = async ({ url, onChange, onProblem }: ListenOptions): Promise<Session> => {
  const client = new Client({ connectionString: url, application_name: 'parvis-listen', keepAlive: true });
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
  client.on('error', (problem) => onProblem?.(problem));
  client.on('notification', ({ payload = '' }) => onChange(JSON.parse(payload) as InvoiceChange));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (failure) {
    await client.end();
    throw failure;
  }
  return { client, ended };
};

/** Tries until it succeeds; undefined when the listener was closed meanwhile. */
const connectAgain = async (options: ListenOptions, closing: AbortSignal): Promise<Session | undefined> => {
  for (let wait = FIRST_PAUSE_MS; !closing.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      await pause(wait, undefined, { signal: closing });
      return await connect(options);
    } catch (problem) {
      if (!closing.aborted) options.onProblem?.(problem);
    }
  }
  return undefined;
};
