import type { InvoiceRow } from '@parvis/application/invoice/invoice-list';
import type { InvoiceSyntax } from '@parvis/application/invoice/read-invoice';
import type { InvoiceView } from '@parvis/application/invoice/view-invoice';
import type { Decimal } from '@parvis/domain/amount/decimal';
import { formatInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { officialStatuses } from '@parvis/domain/life-cycle/official-statuses';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { StructureObject } from '../directory/structure.object.js';
import { InvoiceStatusEnum, InvoiceSyntaxEnum } from '../graphql/enums.js';
import { CalendarDate, DateTimeIso, DecimalScalar } from '../graphql/scalars.js';

/** A row is enough for lists; what a page shows beside is read once, when a field asks for it. */
@ObjectType('Invoice', { description: 'An invoice received by the platform, and where it stands.' })
export class InvoiceObject {
  private reading: Promise<InvoiceView> | undefined;

  constructor(
    readonly row: InvoiceRow,
    private readonly read: () => Promise<InvoiceView>,
  ) {}

  /** History, documents, content: one reading for all the fields that need it. */
  view(): Promise<InvoiceView> {
    this.reading ??= this.read();
    return this.reading;
  }

  @Field(() => ID, { description: 'Opaque; stands in addresses too.' })
  get id(): string {
    return formatInvoiceRef(this.row.ref);
  }

  @Field(() => String, { description: 'BT-1, as sent.' })
  get number(): string {
    return this.row.number;
  }

  @Field(() => CalendarDate, { description: 'BT-2.' })
  get issueDate(): string {
    return this.row.issueDate;
  }

  @Field(() => String, { description: 'BT-3: 380 invoice, 381 credit note, 384 corrected…' })
  get typeCode(): string {
    return this.row.typeCode;
  }

  @Field(() => Boolean, { description: 'True for a credit note (« avoir »).' })
  get isCreditNote(): boolean {
    return isCreditNote(this.row.typeCode);
  }

  @Field(() => String, { description: 'ISO 4217 (BT-5).' })
  get currency(): string {
    return this.row.currency;
  }

  @Field(() => DecimalScalar, { description: 'Total without VAT (BT-109).' })
  get taxExclusive(): Decimal {
    return this.row.taxExclusive;
  }

  @Field(() => DecimalScalar, { description: 'Total with VAT (BT-112).' })
  get taxInclusive(): Decimal {
    return this.row.taxInclusive;
  }

  @Field(() => DecimalScalar, { description: 'Amount due (BT-115).' })
  get due(): Decimal {
    return this.row.due;
  }

  @Field(() => StructureObject, { description: 'Who sends it.' })
  get supplier(): StructureObject {
    return new StructureObject(this.row.supplierId, this.row.supplierName, 'supplier');
  }

  @Field(() => StructureObject, { description: 'Who receives and pays it.' })
  get recipient(): StructureObject {
    return new StructureObject(this.row.ref.recipientId, this.row.recipientName, 'publicEntity');
  }

  @Field(() => String, { nullable: true, description: 'Code of the service it is addressed to (BT-10).' })
  get serviceCode(): string | undefined {
    return this.row.serviceCode;
  }

  @Field(() => String, { nullable: true, description: "Numéro d'engagement juridique (BT-13)." })
  get engagementNumber(): string | undefined {
    return this.row.engagementNumber;
  }

  @Field(() => InvoiceStatusEnum, { description: 'Where it stands.' })
  get status(): Status {
    return this.row.status;
  }

  @Field(() => String, { description: "Chorus Pro's own word: `SUSPENDUE`." })
  get officialStatus(): string {
    return officialStatuses[this.row.status].code;
  }

  @Field(() => Int, {
    nullable: true,
    description: "The reform's number, where there is one: 208.",
  })
  get officialNumber(): number | undefined {
    return officialStatuses[this.row.status].number;
  }

  @Field(() => DateTimeIso, { description: 'Since when it stands there.' })
  get statusSince(): Date {
    return this.row.statusSince;
  }

  @Field(() => Int, { description: 'Of the last event of its history.' })
  get sequence(): number {
    return this.row.sequence;
  }

  @Field(() => DateTimeIso, { description: 'When the platform received it.' })
  get depositedAt(): Date {
    return this.row.depositedAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When the recipient got it.' })
  get madeAvailableAt(): Date | undefined {
    return this.row.madeAvailableAt;
  }

  @Field(() => InvoiceSyntaxEnum, { description: 'How the original is written.' })
  get syntax(): InvoiceSyntax {
    return this.row.syntax as InvoiceSyntax;
  }

  @Field(() => String, { nullable: true, description: 'Null unless the original is a PDF.' })
  get pdfUrl(): string | null {
    return this.row.syntax === 'factur-x' ? this.originalUrl : null;
  }

  @Field(() => String, { description: 'The invoice laid out for reading, as HTML.' })
  get readableUrl(): string {
    return `/documents/${this.id}/readable`;
  }

  @Field(() => String, { description: 'The file as received, for download.' })
  get originalUrl(): string {
    return `/documents/${this.id}/original`;
  }
}
