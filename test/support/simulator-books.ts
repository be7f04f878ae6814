import type { BooksAddress } from '@parvis/demo-data/demo-structures';

export interface SimulatorBill {
  readonly id: number;
  readonly key: string;
  readonly reference: string;
  readonly state: string;
  readonly number?: string;
  /** What happened to it, the oldest first. */
  readonly history: readonly { readonly word: string; readonly at: string }[];
  readonly totals: { readonly gross?: string };
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** The accounting simulator, as the entity's accountant uses it. */
export class Books {
  constructor(
    /** With a slash at the end. */
    readonly url: string,
    readonly token: string,
  ) {}

  get address(): BooksAddress {
    return {
      system: 'simulator',
      name: 'Simulateur comptable',
      settings: { url: this.url, secrets: { token: this.token } },
    };
  }

  async billsFor(reference: string): Promise<SimulatorBill[]> {
    const { bills } = await this.ask<{ bills: SimulatorBill[] }>(
      'GET',
      `api/bills?reference=${encodeURIComponent(reference)}`,
    );
    return bills;
  }

  async allBills(): Promise<SimulatorBill[]> {
    const { bills } = await this.ask<{ bills: SimulatorBill[] }>('GET', 'api/bills');
    return bills;
  }

  act(
    bill: SimulatorBill,
    act: 'validate' | 'post' | 'book' | 'pay' | 'cancel',
    reason?: string,
  ): Promise<SimulatorBill> {
    return this.ask('POST', `api/bills/${bill.id}/acts`, { act, ...(reason ? { reason } : {}) });
  }

  /** A draft, as the accountant deletes one. */
  remove({ id }: SimulatorBill): Promise<unknown> {
    return this.ask('DELETE', `api/bills/${id}`);
  }

  mood(change: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.ask('PUT', 'api/moods', change);
  }

  moods(): Promise<Readonly<Record<string, unknown>>> {
    return this.ask('GET', 'api/moods');
  }

  private async ask<Answer>(method: string, where: string, body?: unknown): Promise<Answer> {
    const response = await fetch(new URL(where, this.url), {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }
}
