import { FieldResolver, Resolver, Root } from 'type-graphql';
import { InvoiceObject } from '../invoice/invoice.object.js';
import { DeliveryObject } from './delivery.object.js';

@Resolver(() => InvoiceObject)
export class InvoiceDeliveriesResolver {
  @FieldResolver(() => [DeliveryObject], {
    description: 'For those who may look at the connections of its recipient; empty for others.',
  })
  async deliveries(@Root() invoice: InvoiceObject): Promise<DeliveryObject[]> {
    const { deliveries } = await invoice.view();
    return deliveries.map((delivery) => new DeliveryObject(delivery));
  }
}
