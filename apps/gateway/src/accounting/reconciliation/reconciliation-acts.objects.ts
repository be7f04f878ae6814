import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { LanguageEnum } from '../../graphql/enums.js';
import { ActRefusedObject } from '../../refusals/act-refused.object.js';
import { ReconciliationObject } from './reconciliation.object.js';

@InputType('LookUpThereInput', { description: 'A connection whose accounting system is to be read.' })
export class LookUpThereInput {
  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@ObjectType('ReconciliationStarted', { description: 'Both sides are being compared.' })
export class ReconciliationStartedObject {
  constructor(reconciliation: ReconciliationObject) {
    this.reconciliation = reconciliation;
  }

  @Field(() => ReconciliationObject, { description: 'Ask for it again until it is finished.' })
  readonly reconciliation: ReconciliationObject;
}

export const StartReconciliationResult = createUnionType({
  name: 'StartReconciliationResult',
  description: 'What came of asking for a comparison.',
  types: () => [ReconciliationStartedObject, ActRefusedObject] as const,
});

@ObjectType('EngagementsAskedFor', { description: 'The engagements are being read.' })
export class EngagementsAskedForObject {
  constructor(connectionName: string) {
    this.connectionName = connectionName;
  }

  @Field(() => String, { description: 'The connection they are read over.' })
  readonly connectionName: string;
}

export const FetchEngagementsResult = createUnionType({
  name: 'FetchEngagementsResult',
  description: 'What came of asking for the engagements.',
  types: () => [EngagementsAskedForObject, ActRefusedObject] as const,
});
