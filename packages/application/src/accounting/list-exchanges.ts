import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { readableSide } from '../invoice/invoice-access.js';
import type { Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import type { ExchangePage } from './exchange-store.js';
import { connectionWithin } from './operated-connection.js';

export interface ListExchangesPorts {
  readonly work: Work;
}

export interface ListExchangesCommand {
  readonly connectionId: string;
  /** The invoice they are about; left out for those about none. */
  readonly ref?: InvoiceRef;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  readonly after?: string;
}

export type ListExchanges = (
  command: ListExchangesCommand,
  actor: Actor,
) => Promise<Result<ExchangePage, ConnectionRefusal>>;

/**
 * What was said over a connection, newest first. About an invoice: to whoever may read both. Otherwise to those who
 * operate the connection: what a system tells of many bills knows nothing of services.
 */
export const makeListExchanges =
  ({ work }: ListExchangesPorts): ListExchanges =>
  ({ connectionId, ref, limit = 25, after }, actor) =>
    work.run(async (stores) => {
      const right = ref ? 'connector:read' : 'connector:operate';
      const found = await connectionWithin(stores, connectionId, actor, right);
      if (!found.ok) return found;
      const { recipientId } = found.value;
      if (ref) {
        const invoice = ref.recipientId === recipientId ? await stores.invoices.find(ref) : undefined;
        if (!invoice || readableSide(actor, invoice) !== 'buyer')
          return refuse({ code: 'invoice-not-found' });
      }
      const filter = {
        invoiceId: ref?.invoiceId ?? null,
        limit: Math.min(Math.max(limit, 1), 100),
        ...(after === undefined ? {} : { after }),
      };
      return accept(await stores.exchanges.list(recipientId, connectionId, filter));
    });
