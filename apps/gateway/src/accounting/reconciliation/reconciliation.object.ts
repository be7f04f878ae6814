import { findingLabels, findingNextSteps } from '@parvis/application/accounting/finding-words';
import {
  type Discrepancy,
  type Finding,
  findings,
  type Reconciliation,
} from '@parvis/application/accounting/reconciliation-store';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { Language } from '@parvis/domain/display/language';
import { formatInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LanguageArg } from '../../graphql/language-arg.js';
import { PageInfoObject } from '../../graphql/page-info.object.js';
import { DateTimeIso, DecimalScalar } from '../../graphql/scalars.js';
import { ReconciliationFindingEnum } from './reconciliation-enums.js';

@ObjectType('FindingCount', { description: 'How many invoices or bills a comparison found so.' })
export class FindingCountObject {
  constructor(finding: Finding, count: number) {
    this.finding = finding;
    this.count = count;
  }

  @Field(() => ReconciliationFindingEnum, { description: 'What was found.' })
  readonly finding: Finding;

  @Field(() => String, { description: 'In words for people.' })
  label(@LanguageArg() language: Language | null): string {
    return findingLabels[this.finding][language ?? 'fr'];
  }

  @Field(() => Int, { description: 'How many.' })
  readonly count: number;
}

@ObjectType('Reconciliation', {
  description: 'One comparison of what was delivered with what stands in the accounting system.',
})
export class ReconciliationObject {
  constructor(readonly reconciliation: Reconciliation) {}

  @Field(() => ID, { description: 'Identifier of the comparison.' })
  get id(): string {
    return this.reconciliation.id;
  }

  @Field(() => DateTimeIso, { description: 'When it was asked for.' })
  get startedAt(): Date {
    return this.reconciliation.startedAt;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'Null while it runs.' })
  get finishedAt(): Date | undefined {
    return this.reconciliation.finishedAt;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Why the accounting system could not be read to its end, in words; nothing is concluded then.',
  })
  problem(@LanguageArg() language: Language | null): string | undefined {
    return this.reconciliation.problem?.[language ?? 'fr'];
  }

  @Field(() => [FindingCountObject], { description: 'One for each finding, also those that are zero.' })
  get counts(): FindingCountObject[] {
    return findings.map((finding) => new FindingCountObject(finding, this.reconciliation.counts[finding]));
  }
}

@ObjectType('Discrepancy', { description: 'One invoice or bill that is not the same on both sides.' })
export class DiscrepancyObject {
  constructor(private readonly discrepancy: Discrepancy) {}

  @Field(() => ReconciliationFindingEnum, { description: 'What was found.' })
  get finding(): Finding {
    return this.discrepancy.finding;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The invoice; null when it was never sent over this connection.',
  })
  get invoiceId(): string | null {
    const { ref } = this.discrepancy;
    return ref ? formatInvoiceRef(ref) : null;
  }

  @Field(() => String, { nullable: true, description: "The supplier's own number, where it is known." })
  get invoiceNumber(): string | undefined {
    return this.discrepancy.invoiceNumber;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'With VAT, in euros; credit notes below zero.' })
  get grossHere(): Decimal | undefined {
    return decimalOf(this.discrepancy.grossHere);
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'With VAT, in euros; credit notes below zero.' })
  get grossThere(): Decimal | undefined {
    return decimalOf(this.discrepancy.grossThere);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The number its users know the bill by, else its identifier; of twins all of them.',
  })
  get remoteNumber(): string | undefined {
    return this.discrepancy.remoteNumber ?? this.discrepancy.remoteId;
  }

  @Field(() => String, { description: 'What a person does about it.' })
  nextStep(@LanguageArg() language: Language | null): string {
    return findingNextSteps[this.discrepancy.finding][language ?? 'fr'];
  }
}

const decimalOf = (text: string | undefined): Decimal | undefined =>
  text === undefined ? undefined : Decimal.parse(text);

@ObjectType('DiscrepancyPage', { description: 'One page of discrepancies, by their place in the report.' })
export class DiscrepancyPageObject {
  constructor(discrepancies: DiscrepancyObject[], next: string | undefined) {
    this.discrepancies = discrepancies;
    this.pageInfo = new PageInfoObject(next);
  }

  @Field(() => [DiscrepancyObject], {
    description: 'Those of this page; of invoices you may not read nothing is said.',
  })
  readonly discrepancies: DiscrepancyObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}
