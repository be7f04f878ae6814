import type { EntitySettings } from '@parvis/domain/directory/entity-settings';
import type { ServiceDraft } from '@parvis/domain/directory/settings-form';
import type { WorksAuthority } from '@parvis/domain/directory/structure-facts';
import type { Language } from '@parvis/domain/display/language';
import { Field, ID, InputType } from 'type-graphql';
import { given } from '../given.js';
import { LanguageEnum, WorksAuthorityEnum } from '../graphql/enums.js';
import { CalendarDate } from '../graphql/scalars.js';
import { SettingsContactInput } from './public-contact.object.js';

@InputType('RequirementsInput', { description: 'What every invoice must carry.' })
export class RequirementsInput {
  @Field(() => Boolean, { description: 'A service code (BT-10) is compulsory.' })
  serviceCode: boolean;

  @Field(() => Boolean, {
    description: 'An engagement number (BT-13), or the contract number, is compulsory.',
  })
  engagementNumber: boolean;

  @Field(() => Boolean, { description: 'At least one of the two is compulsory.' })
  serviceCodeOrEngagementNumber: boolean;
}

@InputType('EntitySettingsInput', {
  description: 'All the settings of an entity: what is left out is taken away.',
})
export class EntitySettingsInput {
  @Field(() => Boolean, { description: 'False: it takes no invoices in.' })
  active: boolean;

  @Field(() => RequirementsInput, { description: 'What every invoice must carry.' })
  requirements: RequirementsInput;

  @Field(() => WorksAuthorityEnum, { description: 'Whether it commissions works, or works alone.' })
  worksAuthority: WorksAuthority;

  @Field(() => Boolean, { description: 'Whether suppliers are told of payments.' })
  reportsPayment: boolean;

  @Field(() => SettingsContactInput, { nullable: true, description: 'Whom suppliers may ask.' })
  contact?: SettingsContactInput | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day it takes invoices.' })
  validFrom?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day.' })
  validUntil?: string | null;
}

@InputType('ServiceInput', { description: 'All a service says of itself: what is left out is taken away.' })
export class ServiceInput {
  @Field(() => String, {
    description:
      'What an invoice carries in BT-10: 1 to 100 characters, once in the entity whatever capitals.',
  })
  code: string;

  @Field(() => String, { description: 'What people call it; 100 characters at most.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it buys, in plain words; 500 characters at most.',
  })
  description?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether invoices to it need an engagement number; left out: as the entity.',
  })
  engagementNumberRequired?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether suppliers are told of payments; left out: as the entity.',
  })
  reportsPayment?: boolean | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The first day it takes invoices.' })
  validFrom?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The last day.' })
  validUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom suppliers may write to.' })
  contactEmail?: string | null;
}

@InputType('PreviewedServiceInput', { description: 'A service as it would be, there already or new.' })
export class PreviewedServiceInput extends ServiceInput {
  @Field(() => Boolean, { description: 'Whether it would be open.' })
  active: boolean;
}

const languageField = {
  nullable: true,
  defaultValue: 'fr',
  description: 'The language of the answer.',
} as const;

@InputType('ChangeSettingsInput', { description: 'What an entity demands from now on.' })
export class ChangeSettingsInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => EntitySettingsInput, { description: 'All its settings.' })
  settings: EntitySettingsInput;

  @Field(() => String, { description: 'The `version` of the settings as they were read.' })
  version: string;

  @Field(() => LanguageEnum, languageField)
  language?: Language | null;
}

@InputType('AddServiceInput', { description: 'A new service.' })
export class AddServiceInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => ServiceInput, { description: 'The service.' })
  service: ServiceInput;

  @Field(() => LanguageEnum, languageField)
  language?: Language | null;
}

@InputType('ChangeServiceInput', { description: 'What a service says of itself from now on.' })
export class ChangeServiceInput extends AddServiceInput {
  @Field(() => String, { description: 'The `version` of the service as it was read.' })
  version: string;
}

@InputType('ServiceCodesInput', { description: 'Some services of an entity.' })
export class ServiceCodesInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => [String], { description: 'Their codes: 1 to 100.' })
  codes: string[];

  @Field(() => LanguageEnum, languageField)
  language?: Language | null;
}

@InputType('PreviewSettingsInput', { description: 'Settings not yet made.' })
export class PreviewSettingsInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => EntitySettingsInput, {
    nullable: true,
    description: 'As they would be; left out: as they are.',
  })
  settings?: EntitySettingsInput | null;

  @Field(() => PreviewedServiceInput, { nullable: true, description: 'One service as it would be.' })
  service?: PreviewedServiceInput | null;

  @Field(() => LanguageEnum, languageField)
  language?: Language | null;
}

export const toSettings = ({ contact, ...input }: EntitySettingsInput): EntitySettings => ({
  ...given(input),
  ...(contact && { contact: given(contact) }),
});

export const toDraft = (input: ServiceInput): ServiceDraft => given(input);
