import { type Client, createClient } from 'graphql-ws';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';

export interface Change {
  readonly invoice: {
    readonly number: string;
    readonly status: string;
    readonly timeline: readonly object[];
  };
  readonly event: { readonly sequence: number; readonly to: string; readonly actorName: string };
}

const CHANGES = `subscription ($side: Side!, $id: ID) {
  invoiceChanged(side: $side, invoiceId: $id) {
    invoice { number status timeline { sequence } }
    event { sequence to actorName }
  }
}`;

interface Identity {
  readonly token?: string;
  /** As a browser sends it. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Follows changes over WebSocket as an app or a program does. */
export class Subscriber {
  private readonly client: Client;

  constructor(
    private readonly url: string,
    { token, headers = {} }: Identity,
  ) {
    // The library makes sockets of a class; only ours can send headers.
    class WithHeaders extends WebSocket {
      constructor(address: string, protocols: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    this.client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WithHeaders,
      connectionParams: token === undefined ? {} : { token },
      retryAttempts: 0,
    });
  }

  /** Changes from the moment this resolves on. */
  async follow(side: 'SUPPLIER' | 'PUBLIC_ENTITY', id?: string): Promise<AsyncIterableIterator<Change>> {
    const before = await countFollowers(this.url);
    const results = this.client.iterate<{ invoiceChanged: Change }>({
      query: CHANGES,
      variables: { side, id: id ?? null },
    });
    // The protocol acknowledges no subscription; the gateway counts those it has.
    await vi.waitFor(async () => expect(await countFollowers(this.url)).toBeGreaterThan(before));
    return changesOf(results);
  }

  /** What a request that is no subscription, or must not be one, gets. */
  async errorsOf(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
    try {
      for await (const { errors } of this.client.iterate({ query, variables })) if (errors) return errors;
    } catch (refused) {
      return refused;
    }
    return undefined;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

async function* changesOf(
  results: AsyncIterable<{ readonly data?: { readonly invoiceChanged: Change } | null | undefined }>,
): AsyncGenerator<Change, void> {
  for await (const { data } of results) if (data) yield data.invoiceChanged;
}

/** How many subscriptions the gateway serves now, as it tells its operators. */
export const countFollowers = async (url: string): Promise<number> => {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^parvis_change_readers (\d+)$/m.exec(metrics)?.[1]);
};
