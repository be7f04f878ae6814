import { type Client, createClient } from 'graphql-ws';
import type { Api } from './api.js';

export interface HeardChange {
  readonly invoice: { readonly id: string; readonly number: string; readonly status: string };
  readonly event: { readonly sequence: number; readonly to: string; readonly moves: boolean };
}

const CHANGES = `subscription ($side: Side!) {
  invoiceChanged(side: $side) { invoice { id number status } event { sequence to moves } }
}`;

/** A program that has the changes of its invoices told to it, and notes them. */
export class Listener {
  readonly heard: HeardChange[] = [];
  private readonly client: Client;

  constructor({ url, connectionParams }: Api, side: 'SUPPLIER' | 'PUBLIC_ENTITY') {
    this.client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 10,
    });
    this.client.subscribe<{ invoiceChanged: HeardChange }>(
      { query: CHANGES, variables: { side } },
      {
        next: ({ data }) => {
          if (data) this.heard.push(data.invoiceChanged);
        },
        error: () => {},
        complete: () => {},
      },
    );
  }

  /** The statuses told of one invoice, in the order they were told. */
  statusesOf(id: string): string[] {
    return this.heard.filter(({ invoice }) => invoice.id === id).map(({ event }) => event.to);
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}
