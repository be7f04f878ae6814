import type { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { engagementNumberOf, serviceCodeOf } from '@parvis/domain/invoice/public-references';
import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate, DecimalScalar } from '../graphql/scalars.js';

@ObjectType('InvoiceSummary', { description: 'What was read, for people to recognise their invoice.' })
export class InvoiceSummaryObject {
  constructor(private readonly invoice: Invoice) {}

  @Field(() => String, { nullable: true, description: 'BT-1.' })
  get number(): string | undefined {
    return this.invoice.number;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'BT-2; null when it is not a day.' })
  get issueDate(): string | undefined {
    return this.invoice.issueDate;
  }

  @Field(() => String, { nullable: true, description: 'BT-3.' })
  get typeCode(): string | undefined {
    return this.invoice.typeCode;
  }

  @Field(() => String, { nullable: true, description: 'BT-5.' })
  get currency(): string | undefined {
    return this.invoice.currency;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'BT-109.' })
  get taxExclusive(): Decimal | undefined {
    return this.invoice.totals.taxExclusive;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'BT-110.' })
  get vat(): Decimal | undefined {
    return this.invoice.totals.vat;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'BT-112.' })
  get taxInclusive(): Decimal | undefined {
    return this.invoice.totals.taxInclusive;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'BT-115.' })
  get due(): Decimal | undefined {
    return this.invoice.totals.due;
  }

  @Field(() => String, { nullable: true, description: 'BT-27.' })
  get sellerName(): string | undefined {
    return this.invoice.seller.name;
  }

  @Field(() => String, { nullable: true, description: 'BT-44.' })
  get buyerName(): string | undefined {
    return this.invoice.buyer.name;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Code of the service (BT-10, or the routing code of BT-46).',
  })
  get serviceCode(): string | undefined {
    return serviceCodeOf(this.invoice);
  }

  @Field(() => String, { nullable: true, description: 'BT-13.' })
  get engagementNumber(): string | undefined {
    return engagementNumberOf(this.invoice);
  }

  @Field(() => CalendarDate, { nullable: true, description: 'BT-9.' })
  get dueDate(): string | undefined {
    return this.invoice.dueDate;
  }

  @Field(() => Int, { description: 'How many lines were read.' })
  get lineCount(): number {
    return this.invoice.lines.length;
  }
}
