import { formatInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { InvoiceObject } from '../invoice/invoice.object.js';
import { presentRow } from '../invoice/present-invoice.js';
import type { RequestContext } from '../request-context.js';
import { AccountingConnectionObject } from './accounting-connection.object.js';
import { DeliveryObject } from './delivery.object.js';

@Resolver(() => DeliveryObject)
export class DeliveryFieldsResolver {
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
}
