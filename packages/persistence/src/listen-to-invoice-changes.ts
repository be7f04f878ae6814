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

const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears every committed change of an invoice on a connection of its own, and connects again when it is lost. Resolves
 * once it hears; throws when the first connection fails.
 */
export const listenToInvoiceChanges = async ({
  url,
  onChange,
  onGap = () => undefined,
  onProblem = () => undefined,
}: ListenOptions): Promise<Listener> => {
  let closed = false;
  let client: Client;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<Client> => {
    const connecting = new Client({
      connectionString: url,
      application_name: 'parvis-listen',
      keepAlive: true,
    });
    let lost = false;
    const lose = (problem?: unknown): void => {
      if (problem !== undefined) onProblem(problem);
      if (lost || closed || connecting !== client) return;
      lost = true;
      again(0);
    };
    connecting.on('error', lose);
    connecting.on('end', () => lose());
    connecting.on('notification', ({ payload = '' }) => onChange(JSON.parse(payload) as InvoiceChange));
    await connecting.connect();
    await connecting.query(`LISTEN ${CHANNEL}`);
    return connecting;
  };

  const again = (failures: number): void => {
    if (closed) return;
    retry = setTimeout(
      async () => {
        try {
          client = await connect();
          if (closed) await client.end();
          else onGap();
        } catch (problem) {
          onProblem(problem);
          again(failures + 1);
        }
      },
      Math.min(100 * 2 ** failures, LONGEST_PAUSE_MS),
    );
  };

  client = await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client.end().catch(() => undefined);
    },
  };
};
