import type { Receipt } from '@parvis/application/invoice/deposit-invoice';
import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeIso } from '../graphql/scalars.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { FaultObject } from './fault.object.js';
import { InvoiceObject } from './invoice.object.js';
import { InvoiceCheckObject } from './invoice-check.object.js';
import { InvoiceFileInput } from './invoice-file.input.js';

@InputType('DepositInvoiceInput', { description: 'An invoice to deposit.' })
export class DepositInvoiceInput {
  @Field(() => InvoiceFileInput, { description: 'The invoice.' })
  file: InvoiceFileInput;

  @Field(() => [ID], { nullable: true, description: 'Attachments beside the invoice, uploaded first.' })
  attachmentUploadIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The same key with the same file answers the first receipt again; with another file it is refused.',
  })
  idempotencyKey?: string | null;
}

@ObjectType('DepositReceipt', { description: 'Given once the invoice is durable.' })
export class DepositReceiptObject {
  constructor(
    private readonly receipt: Receipt,
    invoice: InvoiceObject,
    private readonly language: Language,
  ) {
    this.invoice = invoice;
  }

  @Field(() => InvoiceObject, { description: 'The invoice as the platform keeps it.' })
  readonly invoice: InvoiceObject;

  @Field(() => DateTimeIso, { description: 'The date of deposit, which the receipt proves.' })
  get depositedAt(): Date {
    return this.receipt.invoice.depositedAt;
  }

  @Field(() => String, { description: 'SHA-256 of the file received, hexadecimal.' })
  get documentSha256(): string {
    return this.receipt.documentSha256;
  }

  @Field(() => String, { description: 'Hash of the first event of the history.' })
  get eventHash(): string {
    return this.receipt.firstEvent.hash;
  }

  @Field(() => Boolean, {
    description: 'True when this very deposit had been made before with the same key.',
  })
  get repeated(): boolean {
    return this.receipt.repeated;
  }

  @Field(() => [FaultObject], { description: 'What the rules said that did not stop it.' })
  get warnings(): FaultObject[] {
    return this.receipt.invoice.warnings.map((fault) => new FaultObject(fault, this.language));
  }
}

@ObjectType('InvoiceFaulty', { description: 'The file breaks rules; nothing was kept.' })
export class InvoiceFaultyObject {
  constructor(check: InvoiceCheckObject, message: string) {
    this.check = check;
    this.message = message;
  }

  @Field(() => InvoiceCheckObject, { description: 'The same judgement as the dry run gives.' })
  readonly check: InvoiceCheckObject;

  @Field(() => String, { description: 'How many faults stop it, in words.' })
  readonly message: string;
}

@ObjectType('NumberAlreadyUsed', {
  description: 'The supplier has deposited an invoice with this number this year.',
})
export class NumberAlreadyUsedObject {
  constructor(message: string, first: InvoiceObject | null) {
    this.message = message;
    this.first = first;
  }

  @Field(() => String, { description: 'Always `number-already-used`.' })
  get code(): string {
    return 'number-already-used';
  }

  @Field(() => String, { description: 'What happened and what to do, for people.' })
  readonly message: string;

  @Field(() => InvoiceObject, {
    nullable: true,
    description: "Null when the first is not the viewer's to see.",
  })
  readonly first: InvoiceObject | null;
}

export const DepositInvoiceResult = createUnionType({
  name: 'DepositInvoiceResult',
  description: 'What came of a deposit.',
  types: () =>
    [DepositReceiptObject, InvoiceFaultyObject, NumberAlreadyUsedObject, ActRefusedObject] as const,
});
