import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LanguageEnum } from '../graphql/enums.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { InvoiceObject } from './invoice.object.js';

@InputType('ActOnInvoiceInput', { description: 'An act on an invoice.' })
export class ActOnInvoiceInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId: string;

  @Field(() => String, { nullable: true, description: 'Kept in the history; 255 characters at most.' })
  comment?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The sequence the viewer saw; refused with `changed-meanwhile` when the invoice has moved on.',
  })
  expectedSequence?: number | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@InputType('ActWithReasonInput', { description: 'An act that says why.' })
export class ActWithReasonInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId: string;

  @Field(() => String, { description: 'One of `reasons(action)`.' })
  reasonCode: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the supplier should know or send; 255 characters at most.',
  })
  comment?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The sequence the viewer saw; refused with `changed-meanwhile` when the invoice has moved on.',
  })
  expectedSequence?: number | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@InputType('CompleteInvoiceInput', { description: 'The answer to a suspension.' })
export class CompleteInvoiceInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId: string;

  @Field(() => String, { nullable: true, description: 'What is answered; 255 characters at most.' })
  comment?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Files sent to `/documents/uploads` first.' })
  attachmentUploadIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The sequence the viewer saw; refused with `changed-meanwhile` when the invoice has moved on.',
  })
  expectedSequence?: number | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the answer.',
  })
  language?: Language | null;
}

@ObjectType('InvoiceActedOn', { description: 'The act is done and durable.' })
export class InvoiceActedOnObject {
  constructor(invoice: InvoiceObject) {
    this.invoice = invoice;
  }

  @Field(() => InvoiceObject, { description: 'The invoice after the act.' })
  readonly invoice: InvoiceObject;
}

export const ActOnInvoiceResult = createUnionType({
  name: 'ActOnInvoiceResult',
  description: 'What came of an act.',
  types: () => [InvoiceActedOnObject, ActRefusedObject] as const,
});
