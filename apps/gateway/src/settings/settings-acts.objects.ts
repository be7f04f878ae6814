import type { SettingsPreview } from '@parvis/application/settings/preview-settings';
import type { RuleCount } from '@parvis/application/settings/settings-impact';
import type { Language } from '@parvis/domain/display/language';
import type { RecipientRuleId } from '@parvis/domain/rules/recipient/recipient-refusals';
import { refusalReasons } from '@parvis/domain/rules/recipient/refusal-reasons';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { FormFaultyObject } from '../form/form-fault.object.js';
import { InvoiceObject } from '../invoice/invoice.object.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { EntitySettingsObject } from './entity-settings.object.js';
import { SettingsServiceObject } from './settings-service.object.js';

@ObjectType('RefusalCount', { description: 'How many invoices a rule would refuse.' })
export class RefusalCountObject {
  constructor({ rule, count }: RuleCount, language: Language) {
    this.rule = rule;
    this.count = count;
    this.reason = refusalReasons[rule][language];
  }

  @Field(() => String, { description: 'The rule of the deposit.' })
  readonly rule: RecipientRuleId;

  @Field(() => String, { description: 'Why, in a few words.' })
  readonly reason: string;

  @Field(() => Int, { description: 'How many.' })
  readonly count: number;
}

@ObjectType('RefusedInvoice', { description: 'An invoice received that these settings would have refused.' })
export class RefusedInvoiceObject {
  constructor(invoice: InvoiceObject, rule: RecipientRuleId, language: Language) {
    this.invoice = invoice;
    this.rule = rule;
    this.reason = refusalReasons[rule][language];
  }

  @Field(() => InvoiceObject, { description: 'The invoice.' })
  readonly invoice: InvoiceObject;

  @Field(() => String, { description: 'The rule of the deposit.' })
  readonly rule: RecipientRuleId;

  @Field(() => String, { description: 'Why, in a few words.' })
  readonly reason: string;
}

type Figures = Pick<SettingsPreview, 'days' | 'received' | 'refused' | 'refusedNow'>;

@ObjectType('SettingsPreview', {
  description: 'What settings would have done to the invoices of the last days.',
})
export class SettingsPreviewObject {
  constructor(
    { days, received, refused, refusedNow }: Figures,
    byRule: RefusalCountObject[],
    invoices: RefusedInvoiceObject[],
  ) {
    this.days = days;
    this.received = received;
    this.refused = refused;
    this.refusedNow = refusedNow;
    this.byRule = byRule;
    this.invoices = invoices;
  }

  @Field(() => Int, { description: 'How many days are looked at: 90.' })
  readonly days: number;

  @Field(() => Int, { description: 'Invoices received in these days.' })
  readonly received: number;

  @Field(() => Int, { description: 'Of them, how many would have been refused.' })
  readonly refused: number;

  @Field(() => Int, { description: 'And how many with the settings as they are.' })
  readonly refusedNow: number;

  @Field(() => [RefusalCountObject], { description: 'By cause, the most frequent first.' })
  readonly byRule: RefusalCountObject[];

  @Field(() => [RefusedInvoiceObject], {
    description: 'The newest of them that the viewer may read: 20 at most.',
  })
  readonly invoices: RefusedInvoiceObject[];
}

@ObjectType('SettingsChanged', { description: 'The settings hold from now on.' })
export class SettingsChangedObject {
  constructor(settings: EntitySettingsObject) {
    this.settings = settings;
  }

  @Field(() => EntitySettingsObject, { description: 'As they are now.' })
  readonly settings: EntitySettingsObject;
}

@ObjectType('ServicesSaved', { description: 'The services are so from now on.' })
export class ServicesSavedObject {
  constructor(services: SettingsServiceObject[]) {
    this.services = services;
  }

  @Field(() => [SettingsServiceObject], { description: 'As they are now.' })
  readonly services: SettingsServiceObject[];
}

export const PreviewSettingsResult = createUnionType({
  name: 'PreviewSettingsResult',
  description: 'What settings not yet made would do.',
  types: () => [SettingsPreviewObject, FormFaultyObject, ActRefusedObject] as const,
});

export const ChangeSettingsResult = createUnionType({
  name: 'ChangeSettingsResult',
  description: 'What came of changing the settings.',
  types: () => [SettingsChangedObject, FormFaultyObject, ActRefusedObject] as const,
});

export const SaveServiceResult = createUnionType({
  name: 'SaveServiceResult',
  description: 'What came of adding, changing, closing or reopening services.',
  types: () => [ServicesSavedObject, FormFaultyObject, ActRefusedObject] as const,
});
