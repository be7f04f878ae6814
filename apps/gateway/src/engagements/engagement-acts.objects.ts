import type { EngagementCheck, EngagementSettings } from '@parvis/domain/directory/engagement';
import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { FormFaultyObject } from '../form/form-fault.object.js';
import { EngagementCheckEnum, LanguageEnum } from '../graphql/enums.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { EngagementObject } from './engagement.object.js';

@InputType('EngagementFields', {
  description: 'An engagement as people type it; empty where nothing is to be said.',
})
export class EngagementFieldsInput {
  @Field(() => String, { description: 'As on the purchase order.' })
  number: string;

  @Field(() => String, { description: 'What it is for.' })
  label: string;

  @Field(() => String, { description: 'SIRET of the supplier, or another identifier.' })
  supplier: string;

  @Field(() => String, { description: 'Name of the supplier.' })
  supplierName: string;

  @Field(() => String, { description: 'Code of the service that ordered.' })
  service: string;

  @Field(() => String, { description: 'Total with taxes.' })
  total: string;

  @Field(() => String, { description: 'What is left, with taxes.' })
  left: string;

  @Field(() => String, { description: 'ISO 4217; EUR when empty.' })
  currency: string;

  @Field(() => String, { description: 'The first day.' })
  from: string;

  @Field(() => String, { description: 'The last day.' })
  until: string;
}

@InputType('AddEngagementInput', { description: 'A new engagement.' })
export class AddEngagementInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => EngagementFieldsInput, { description: 'What is typed.' })
  fields: EngagementFieldsInput;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@InputType('CloseEngagementInput', { description: 'An engagement to close, or to open again.' })
export class CloseEngagementInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => String, { description: 'Its number.' })
  number: string;

  @Field(() => Boolean, { description: 'False opens it again.' })
  closed: boolean;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@InputType('EngagementSettingsInput', {
  description: 'What an entity does with its engagements from now on.',
})
export class EngagementSettingsInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => EngagementCheckEnum, { description: 'Whether invoices are held against them.' })
  check: EngagementCheck;

  @Field(() => Boolean, { description: 'True takes in invoices beyond the amount left, with a warning.' })
  acceptsExcess: boolean;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@ObjectType('EngagementSaved', { description: 'The engagement is kept.' })
export class EngagementSavedObject {
  constructor(engagement: EngagementObject) {
    this.engagement = engagement;
  }

  @Field(() => EngagementObject, { description: 'The engagement as it is now.' })
  readonly engagement: EngagementObject;
}

@ObjectType('EngagementSettings', { description: 'What an entity does with the engagements it keeps here.' })
export class EngagementSettingsObject {
  constructor({ check, acceptsExcess }: EngagementSettings) {
    this.check = check;
    this.acceptsExcess = acceptsExcess;
  }

  @Field(() => EngagementCheckEnum, { description: 'Whether invoices are held against them.' })
  readonly check: EngagementCheck;

  @Field(() => Boolean, { description: 'True takes in invoices beyond the amount left, with a warning.' })
  readonly acceptsExcess: boolean;
}

export const SaveEngagementResult = createUnionType({
  name: 'SaveEngagementResult',
  description: 'What came of it.',
  types: () => [EngagementSavedObject, FormFaultyObject, ActRefusedObject] as const,
});

export const ChangeEngagementSettingsResult = createUnionType({
  name: 'ChangeEngagementSettingsResult',
  description: 'What came of it.',
  types: () => [EngagementSettingsObject, ActRefusedObject] as const,
});
