import { formatInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { InvoiceObject } from '../invoice/invoice.object.js';
import { presentRow } from '../invoice/present-invoice.js';
import { principalOf, type RequestContext } from '../request-context.js';
import { AccountingConnectionObject } from './accounting-connection.object.js';
import type { ConnectionUseCases } from './connection-use-cases.js';
import { DeliveryObject } from './delivery.object.js';
import { KeptExchangeObject } from './exchange.objects.js';

@Resolver(() => DeliveryObject)
export class DeliveryFieldsResolver {
  constructor(private readonly useCases: Pick<ConnectionUseCases, 'listExchanges'>) {}

  @FieldResolver(() => AccountingConnectionObject, { description: 'The connection it goes over.' })
  async connection(
    @Root() { delivery }: DeliveryObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<AccountingConnectionObject> {
    const connection = await loaders.connection.load(delivery.connectionId);
    if (!connection) throw new Error('a delivery goes over a connection nobody knows');
    return new AccountingConnectionObject(connection);
  }

  @FieldResolver(() => InvoiceObject, { description: 'The invoice sent.' })
  async invoice(
    @Root() { delivery }: DeliveryObject,
    @Ctx() context: RequestContext,
  ): Promise<InvoiceObject> {
    const invoice = await context.loaders.invoice.load(formatInvoiceRef(delivery.ref));
    if (!invoice) throw new Error('a delivery is of an invoice nobody knows');
    return presentRow(invoice, context.loaders);
  }

  @FieldResolver(() => [KeptExchangeObject], {
    description: 'What was said for it in the last 30 days, newest first; 50 at most.',
  })
  async exchanges(
    @Root() { delivery, key }: DeliveryObject,
    @Ctx() context: RequestContext,
  ): Promise<KeptExchangeObject[]> {
    const { ref, connectionId } = delivery;
    const page = await this.useCases.listExchanges({ ref, connectionId, limit: 50 }, principalOf(context));
    if (!page.ok) return [];
    return page.value.exchanges
      .map((exchange) => new KeptExchangeObject(exchange))
      .filter((exchange) => exchange.key === key);
  }
}
