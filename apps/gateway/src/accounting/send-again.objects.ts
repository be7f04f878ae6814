import type { StuckState } from '@parvis/application/accounting/delivery-ledger';
import type { Reopened } from '@parvis/application/accounting/reopen-all';
import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LanguageEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { StuckStateEnum } from './accounting-enums.js';
import { DeliveryObject } from './delivery.object.js';

@InputType('RetryDeliveriesInput', { description: 'What is stuck over a connection.' })
export class RetryDeliveriesInput {
  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => [StuckStateEnum], { nullable: true, description: 'In these states; all when left out.' })
  states?: StuckState[] | null;

  @Field(() => LanguageEnum, { nullable: true, defaultValue: 'fr', description: 'Of the answer.' })
  language?: Language | null;
}

@InputType('ReplayDeliveriesInput', { description: 'What was delivered over a connection since a moment.' })
export class ReplayDeliveriesInput {
  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => DateTimeIso, { description: 'Delivered at or after.' })
  from: Date;

  @Field(() => LanguageEnum, { nullable: true, defaultValue: 'fr', description: 'Of the answer.' })
  language?: Language | null;
}

@InputType('SendToConnectionInput', { description: 'An invoice to send over a connection.' })
export class SendToConnectionInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId: string;

  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => LanguageEnum, { nullable: true, defaultValue: 'fr', description: 'Of the answer.' })
  language?: Language | null;
}

@ObjectType('DeliveriesRetried', { description: 'They will be tried again now, oldest first.' })
export class DeliveriesRetriedObject {
  constructor({ count, more }: Reopened) {
    this.count = count;
    this.more = more;
  }

  @Field(() => Int, { description: 'How many.' })
  readonly count: number;

  @Field(() => Boolean, { description: 'True when there are others, for which to ask again.' })
  readonly more: boolean;
}

@ObjectType('DeliveriesReplayed', {
  description:
    'Each is delivered again under its key: what stands there is compared, what is missing is made.',
})
export class DeliveriesReplayedObject {
  constructor({ count, more }: Reopened) {
    this.count = count;
    this.more = more;
  }

  @Field(() => Int, { description: 'How many.' })
  readonly count: number;

  @Field(() => Boolean, { description: 'True when there are others, for which to ask again.' })
  readonly more: boolean;
}

@ObjectType('DeliverySent', { description: 'It will be sent now.' })
export class DeliverySentObject {
  constructor(delivery: DeliveryObject) {
    this.delivery = delivery;
  }

  @Field(() => DeliveryObject, { description: 'The delivery as it stands now.' })
  readonly delivery: DeliveryObject;
}

export const RetryDeliveriesResult = createUnionType({
  name: 'RetryDeliveriesResult',
  description: 'What came of trying again what is stuck.',
  types: () => [DeliveriesRetriedObject, ActRefusedObject] as const,
});

export const ReplayDeliveriesResult = createUnionType({
  name: 'ReplayDeliveriesResult',
  description: 'What came of replaying deliveries.',
  types: () => [DeliveriesReplayedObject, ActRefusedObject] as const,
});

export const SendToConnectionResult = createUnionType({
  name: 'SendToConnectionResult',
  description: 'What came of sending an invoice over a connection.',
  types: () => [DeliverySentObject, ActRefusedObject] as const,
});
