import type { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice, InvoiceLine, VatBreakdown } from '@parvis/domain/invoice/invoice';
import { buyerSiretOf, sellerSiretOf } from '@parvis/domain/invoice/public-references';
import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate, DecimalScalar } from '../graphql/scalars.js';

@ObjectType('InvoiceLine', { description: 'One line of the invoice (BG-25), as sent.' })
export class InvoiceLineObject {
  constructor(private readonly line: InvoiceLine) {}

  @Field(() => String, { nullable: true, description: 'BT-126.' })
  get id(): string | undefined {
    return this.line.id;
  }

  @Field(() => String, { nullable: true, description: 'What was sold (BT-153).' })
  get name(): string | undefined {
    return this.line.item.name;
  }

  @Field(() => String, { nullable: true, description: 'More about it (BT-154).' })
  get description(): string | undefined {
    return this.line.item.description;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'BT-129.' })
  get quantity(): Decimal | undefined {
    return this.line.quantity;
  }

  @Field(() => String, { nullable: true, description: 'Unit of measure (BT-130), UN/ECE Rec. 20 or 21.' })
  get unit(): string | undefined {
    return this.line.unit;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Net price of one unit (BT-146).' })
  get unitPrice(): Decimal | undefined {
    return this.line.price.net;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Net amount of the line (BT-131).' })
  get netAmount(): Decimal | undefined {
    return this.line.netAmount;
  }

  @Field(() => String, { nullable: true, description: 'VAT category (BT-151): S, Z, E, AE…' })
  get vatCategory(): string | undefined {
    return this.line.vatCategory;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'VAT rate in per cent (BT-152).' })
  get vatRate(): Decimal | undefined {
    return this.line.vatRate;
  }
}

@ObjectType('VatBreakdown', { description: 'The VAT of one category and rate (BG-23), as sent.' })
export class VatBreakdownObject {
  constructor(private readonly breakdown: VatBreakdown) {}

  @Field(() => String, { nullable: true, description: 'BT-118.' })
  get category(): string | undefined {
    return this.breakdown.category;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'In per cent (BT-119).' })
  get rate(): Decimal | undefined {
    return this.breakdown.rate;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'BT-116.' })
  get taxableAmount(): Decimal | undefined {
    return this.breakdown.taxableAmount;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'BT-117.' })
  get taxAmount(): Decimal | undefined {
    return this.breakdown.taxAmount;
  }

  @Field(() => String, { nullable: true, description: 'Why there is no VAT (BT-120).' })
  get exemptionReason(): string | undefined {
    return this.breakdown.exemptionReason;
  }
}

@ObjectType('InvoiceContent', { description: 'What the supplier wrote, in EN 16931 terms.' })
export class InvoiceContentObject {
  constructor(private readonly invoice: Invoice) {}

  @Field(() => String, { nullable: true, description: 'BT-27.' })
  get sellerName(): string | undefined {
    return this.invoice.seller.name;
  }

  @Field(() => String, { nullable: true, description: 'SIRET the seller gives.' })
  get sellerSiret(): string | undefined {
    return sellerSiretOf(this.invoice);
  }

  @Field(() => String, { nullable: true, description: 'BT-31.' })
  get sellerVatIdentifier(): string | undefined {
    return this.invoice.seller.vatIdentifier;
  }

  @Field(() => String, { nullable: true, description: 'BT-44.' })
  get buyerName(): string | undefined {
    return this.invoice.buyer.name;
  }

  @Field(() => String, { nullable: true, description: 'SIRET given for the buyer.' })
  get buyerSiret(): string | undefined {
    return buyerSiretOf(this.invoice);
  }

  @Field(() => String, { nullable: true, description: 'Numéro de marché (BT-12).' })
  get contractReference(): string | undefined {
    return this.invoice.contractReference;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'BT-9; the law may set an earlier day.' })
  get dueDate(): string | undefined {
    return this.invoice.dueDate;
  }

  @Field(() => String, { nullable: true, description: 'BT-20.' })
  get paymentTerms(): string | undefined {
    return this.invoice.paymentTerms;
  }

  @Field(() => [String], { description: 'BT-22.' })
  get notes(): string[] {
    return this.invoice.notes.map(({ text }) => text);
  }

  @Field(() => String, { nullable: true, description: 'Cadre de facturation (BT-23).' })
  get businessProcess(): string | undefined {
    return this.invoice.businessProcess;
  }

  @Field(() => String, { nullable: true, description: 'Account to pay to (BT-84).' })
  get iban(): string | undefined {
    return this.invoice.payments.find(({ creditTransfer }) => creditTransfer?.account)?.creditTransfer
      ?.account;
  }

  @Field(() => [InvoiceLineObject], { description: 'BG-25, in the order sent.' })
  get lines(): InvoiceLineObject[] {
    return this.invoice.lines.map((line) => new InvoiceLineObject(line));
  }

  @Field(() => Int, { description: 'How many lines there are.' })
  get lineCount(): number {
    return this.invoice.lines.length;
  }

  @Field(() => [VatBreakdownObject], { description: 'BG-23.' })
  get vatBreakdown(): VatBreakdownObject[] {
    return this.invoice.vatBreakdown.map((breakdown) => new VatBreakdownObject(breakdown));
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Sum of the lines (BT-106).' })
  get totalLines(): Decimal | undefined {
    return this.invoice.totals.lines;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Sum of the allowances (BT-107).' })
  get totalAllowances(): Decimal | undefined {
    return this.invoice.totals.allowances;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Sum of the charges (BT-108).' })
  get totalCharges(): Decimal | undefined {
    return this.invoice.totals.charges;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Total VAT (BT-110).' })
  get vat(): Decimal | undefined {
    return this.invoice.totals.vat;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Paid already (BT-113).' })
  get paid(): Decimal | undefined {
    return this.invoice.totals.paid;
  }
}
