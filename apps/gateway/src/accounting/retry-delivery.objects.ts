import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { LanguageEnum } from '../graphql/enums.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { DeliveryObject } from './delivery.object.js';

@InputType('RetryDeliveryInput', { description: 'A delivery to send again.' })
export class RetryDeliveryInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId: string;

  @Field(() => ID, { description: 'The connection it goes over.' })
  connectionId: string;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@ObjectType('DeliveryRetried', { description: 'It will be tried again now.' })
export class DeliveryRetriedObject {
  constructor(delivery: DeliveryObject) {
    this.delivery = delivery;
  }

  @Field(() => DeliveryObject, { description: 'The delivery as it stands now.' })
  readonly delivery: DeliveryObject;
}

export const RetryDeliveryResult = createUnionType({
  name: 'RetryDeliveryResult',
  description: 'What came of asking for another try.',
  types: () => [DeliveryRetriedObject, ActRefusedObject] as const,
});
