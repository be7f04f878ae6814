import type { Side } from '@parvis/domain/access/actor';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { SideEnum } from '../graphql/enums.js';
import { LifeCycleEventObject } from '../invoice/life-cycle-event.object.js';
import { presentView } from '../invoice/present-invoice.js';
import type { RequestContext } from '../request-context.js';
import type { ReadableChange } from './changes-for.js';
import { InvoiceChangeObject } from './invoice-change.object.js';

interface Asked {
  readonly args: Record<string, unknown>;
  readonly context: RequestContext;
}

/** An id that no invoice has is as good as an invoice that never changes. */
const uuidOf = (invoiceId: string | null | undefined): string | undefined =>
  invoiceId ? (parseInvoiceRef(invoiceId)?.invoiceId ?? 'none') : undefined;

@Resolver()
export class InvoiceChangedResolver {
  @Bound('issuedInvoice:read', 'receivedInvoice:read')
  @Subscription(() => InvoiceChangeObject, {
    description: 'Every change of an invoice the viewer may see on this side, as soon as it is durable.',
    subscribe: ({ args, context }: Asked) =>
      context.changes.read({
        side: args.side as Side,
        ...given({ invoiceId: uuidOf(args.invoiceId as string | null | undefined) }),
      }),
  })
  invoiceChanged(
    @Arg('side', () => SideEnum, { description: 'Of those sent, or of those received.' }) _side: Side,
    @Arg('invoiceId', () => ID, { nullable: true, description: 'Of this invoice only.' })
    _invoiceId: string | null,
    @Root() { view, event }: ReadableChange,
  ): InvoiceChangeObject {
    const shown = new LifeCycleEventObject(view.invoice.ref, event, view.documents);
    return new InvoiceChangeObject(presentView(view), shown);
  }
}
