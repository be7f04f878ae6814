import { Field, ObjectType } from 'type-graphql';
import { InvoiceObject } from '../invoice/invoice.object.js';
import { LifeCycleEventObject } from '../invoice/life-cycle-event.object.js';

@ObjectType('InvoiceChange', { description: 'An invoice has changed.' })
export class InvoiceChangeObject {
  constructor(invoice: InvoiceObject, event: LifeCycleEventObject) {
    this.invoice = invoice;
    this.event = event;
  }

  @Field(() => InvoiceObject, { description: 'The invoice as it stands now.' })
  readonly invoice: InvoiceObject;

  @Field(() => LifeCycleEventObject, { description: 'What changed it.' })
  readonly event: LifeCycleEventObject;
}
