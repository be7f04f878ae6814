import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { Delivery, DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import type { Language } from '@parvis/domain/display/language';
import { formatInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DeliveryStateEnum } from '../graphql/enums.js';
import { LanguageArg } from '../graphql/language-arg.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { deliveryNextStep } from './delivery-next-steps.js';

@ObjectType('Delivery', { description: 'What was sent of one invoice over one connection.' })
export class DeliveryObject {
  constructor(readonly delivery: Delivery) {}

  @Field(() => ID, { description: 'Identifier of the delivery.' })
  get id(): string {
    const { ref, connectionId, revision } = this.delivery;
    return `${formatInvoiceRef(ref)}.${connectionId}.${revision}`;
  }

  @Field(() => Int, { description: 'Which sending of the invoice; a completed one is sent once more.' })
  get revision(): number {
    return this.delivery.revision;
  }

  @Field(() => String, { description: 'The key it is delivered under, once only.' })
  get key(): string {
    return deliveryKey(this.delivery.ref.invoiceId, this.delivery.revision);
  }

  @Field(() => DeliveryStateEnum, { description: 'Where it stands.' })
  get state(): DeliveryState {
    return this.delivery.state;
  }

  @Field(() => Int, { description: 'How often it was tried.' })
  get attempts(): number {
    return this.delivery.attempts;
  }

  @Field(() => DateTimeIso, { description: 'When it became due.' })
  get createdAt(): Date {
    return this.delivery.createdAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When it was last tried.' })
  get lastAttemptAt(): Date | undefined {
    return this.delivery.lastAttemptAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When it will be tried again by itself.' })
  get nextAttemptAt(): Date | undefined {
    return this.delivery.nextAttemptAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When the accounting system took it.' })
  get deliveredAt(): Date | undefined {
    return this.delivery.deliveredAt;
  }

  @Field(() => String, { nullable: true, description: "The accounting system's own identifier." })
  get remoteId(): string | undefined {
    return this.delivery.remoteId;
  }

  @Field(() => String, { nullable: true, description: 'The number its users know it by.' })
  get remoteNumber(): string | undefined {
    return this.delivery.remoteNumber;
  }

  @Field(() => String, { nullable: true, description: 'Its own word for where the bill stands.' })
  get remoteStatus(): string | undefined {
    return this.delivery.remoteStatus;
  }

  @Field(() => String, { nullable: true, description: 'Why it is not delivered: a stable code.' })
  get problemCode(): string | undefined {
    return this.delivery.problemCode;
  }

  @Field(() => String, { nullable: true, description: 'In words for a person.' })
  problem(@LanguageArg() language: Language | null): string | undefined {
    return this.delivery.problem?.[language ?? 'fr'];
  }

  @Field(() => String, { nullable: true, description: 'What mends it.' })
  nextStep(@LanguageArg() language: Language | null): string | null {
    return deliveryNextStep(this.delivery, language ?? 'fr');
  }
}

@ObjectType('DeliveryEdge', { description: 'A delivery in a list.' })
export class DeliveryEdgeObject {
  constructor(node: DeliveryObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => DeliveryObject, { description: 'The delivery.' })
  readonly node: DeliveryObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('DeliveryConnection', { description: 'One page of a list of deliveries.' })
export class DeliveryConnectionObject {
  constructor(edges: DeliveryEdgeObject[], pageInfo: PageInfoObject) {
    this.edges = edges;
    this.pageInfo = pageInfo;
  }

  @Field(() => [DeliveryEdgeObject], { description: 'The deliveries of this page.' })
  readonly edges: DeliveryEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}
