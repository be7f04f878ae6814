import type { BillPreview, BillPreviewLine } from '@parvis/application/accounting/accounting-connector';
import type { TriedInvoice } from '@parvis/application/accounting/dry-run';
import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LanguageEnum } from '../graphql/enums.js';
import { InvoiceObject } from '../invoice/invoice.object.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { DryRunOutcomeEnum, SupplierThereEnum } from './accounting-enums.js';

@InputType('DryRunConnectionInput', { description: "A trial on the entity's last invoices." })
export class DryRunConnectionInput {
  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'How many; 50 is the limit.' })
  first?: number | null;

  @Field(() => LanguageEnum, { nullable: true, defaultValue: 'fr', description: 'Of the answer.' })
  language?: Language | null;
}

@ObjectType('BillSupplier', { description: 'The supplier of a bill, as the accounting system knows it.' })
export class BillSupplierObject {
  constructor({ name, identifier, there }: BillPreview['supplier']) {
    this.name = name;
    this.identifier = identifier;
    this.there = there;
  }

  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => String, { description: 'Its SIRET, or its identifier in another register.' })
  readonly identifier: string;

  @Field(() => SupplierThereEnum, { description: 'Whether the accounting system has it.' })
  readonly there: BillPreview['supplier']['there'];
}

@ObjectType('BillLine', { description: 'A line of a bill. Amounts in euros, below zero for credit notes.' })
export class BillLineObject {
  constructor(line: BillPreviewLine) {
    this.label = line.label;
    this.quantity = line.quantity;
    this.unitPrice = line.unitPrice;
    this.net = line.net;
    this.account = line.account ?? null;
    this.tax = line.tax ?? null;
  }

  @Field(() => String, { description: 'What was bought.' })
  readonly label: string;

  @Field(() => String, { description: 'How much of it, as a decimal.' })
  readonly quantity: string;

  @Field(() => String, { description: 'For one, without VAT, as a decimal.' })
  readonly unitPrice: string;

  @Field(() => String, { description: 'Without VAT, as a decimal.' })
  readonly net: string;

  @Field(() => String, { nullable: true, description: 'The account it would stand on.' })
  readonly account: string | null;

  @Field(() => String, { nullable: true, description: 'The tax, as its users know it.' })
  readonly tax: string | null;
}

@ObjectType('BillTotals', { description: 'Totals of a bill, as decimals in euros.' })
export class BillTotalsObject {
  constructor({ net, vat, gross }: BillPreview['totals']) {
    this.net = net;
    this.vat = vat;
    this.gross = gross;
  }

  @Field(() => String, { description: 'Without VAT.' })
  readonly net: string;

  @Field(() => String, { description: 'VAT.' })
  readonly vat: string;

  @Field(() => String, { description: 'With VAT.' })
  readonly gross: string;
}

@ObjectType('BillDocument', { description: 'The text that would be written, for systems that take files.' })
export class BillDocumentObject {
  constructor({ fileName, mediaType, text }: NonNullable<BillPreview['document']>) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.text = text;
  }

  @Field(() => String, { description: 'Name of the file.' })
  readonly fileName: string;

  @Field(() => String, { description: 'Media type of the file.' })
  readonly mediaType: string;

  @Field(() => String, { description: 'Its content.' })
  readonly text: string;
}

@ObjectType('BillPreview', { description: "A bill as it would stand in the entity's books." })
export class BillPreviewObject {
  constructor(
    private readonly bill: BillPreview,
    private readonly language: Language,
  ) {}

  @Field(() => BillSupplierObject, { description: 'Who is to be paid.' })
  get supplier(): BillSupplierObject {
    return new BillSupplierObject(this.bill.supplier);
  }

  @Field(() => String, { nullable: true, description: 'The journal it would stand in.' })
  get journal(): string | null {
    return this.bill.journal ?? null;
  }

  @Field(() => [BillLineObject], { description: 'Line by line.' })
  get lines(): BillLineObject[] {
    return this.bill.lines.map((line) => new BillLineObject(line));
  }

  @Field(() => BillTotalsObject, { description: 'The totals.' })
  get totals(): BillTotalsObject {
    return new BillTotalsObject(this.bill.totals);
  }

  @Field(() => [String], { description: 'Names of the files that would be attached.' })
  get files(): string[] {
    return [...this.bill.files];
  }

  @Field(() => BillDocumentObject, { nullable: true, description: 'For systems that take files.' })
  get document(): BillDocumentObject | null {
    return this.bill.document ? new BillDocumentObject(this.bill.document) : null;
  }

  @Field(() => [String], { description: 'What a person should know before saying yes.' })
  get remarks(): string[] {
    return this.bill.remarks.map((remark) => remark[this.language]);
  }
}

@ObjectType('DryRunInvoice', { description: 'What would become of one invoice.' })
export class DryRunInvoiceObject {
  constructor(invoice: InvoiceObject, outcome: TriedInvoice['outcome'], language: Language) {
    this.invoice = invoice;
    this.outcome = outcome.kind;
    this.code = outcome.kind === 'refused' ? outcome.code : null;
    this.message = outcome.kind === 'preview' ? null : outcome.message[language];
    this.bill = outcome.kind === 'preview' ? new BillPreviewObject(outcome.bill, language) : null;
  }

  @Field(() => InvoiceObject, { description: 'The invoice.' })
  readonly invoice: InvoiceObject;

  @Field(() => DryRunOutcomeEnum, { description: 'What would come of it.' })
  readonly outcome: TriedInvoice['outcome']['kind'];

  @Field(() => String, { nullable: true, description: 'Why it would be refused: a stable code.' })
  readonly code: string | null;

  @Field(() => String, { nullable: true, description: 'In words for a person.' })
  readonly message: string | null;

  @Field(() => BillPreviewObject, { nullable: true, description: 'The bill that would be made.' })
  readonly bill: BillPreviewObject | null;
}

@ObjectType('DryRun', { description: 'What would be made of the last invoices. Nothing was written.' })
export class DryRunObject {
  constructor(invoices: DryRunInvoiceObject[]) {
    this.invoices = invoices;
  }

  @Field(() => [DryRunInvoiceObject], { description: 'Invoice by invoice, the newest first.' })
  readonly invoices: DryRunInvoiceObject[];
}

export const DryRunResult = createUnionType({
  name: 'DryRunResult',
  description: 'What came of a trial.',
  types: () => [DryRunObject, ActRefusedObject] as const,
});
