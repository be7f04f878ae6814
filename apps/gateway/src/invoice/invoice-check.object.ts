import type { Judgement } from '@parvis/application/invoice/judge-invoice';
import type { InvoiceSyntax } from '@parvis/application/invoice/read-invoice';
import type { Language } from '@parvis/domain/display/language';
import { serviceCodeOf } from '@parvis/domain/invoice/public-references';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { DirectoryEntryObject, DirectoryServiceObject } from '../directory/directory-entry.object.js';
import { InvoiceSyntaxEnum } from '../graphql/enums.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { FaultObject } from './fault.object.js';
import { InvoiceObject } from './invoice.object.js';
import { InvoiceSummaryObject } from './invoice-summary.object.js';

@ObjectType('InvoiceCheck', { description: 'What the platform says of a file.' })
export class InvoiceCheckObject {
  constructor(
    private readonly judgement: Judgement,
    private readonly language: Language,
    numberAlreadyUsedBy: InvoiceObject | null = null,
  ) {
    this.numberAlreadyUsedBy = numberAlreadyUsedBy;
  }

  @Field(() => InvoiceObject, {
    nullable: true,
    description:
      "The invoice that bears this number this year already: a deposit would meet it. Null when there is none, or when it is not the viewer's to see.",
  })
  readonly numberAlreadyUsedBy: InvoiceObject | null;

  @Field(() => Boolean, { description: 'True when no fault is fatal: a deposit would pass.' })
  get valid(): boolean {
    return this.judgement.valid;
  }

  @Field(() => [FaultObject], { description: 'Every fault at once, warnings included.' })
  get faults(): FaultObject[] {
    return this.judgement.faults.map((fault) => new FaultObject(fault, this.language));
  }

  @Field(() => InvoiceSyntaxEnum, { nullable: true, description: 'Null when it is no invoice we know.' })
  get syntax(): InvoiceSyntax | null {
    const { syntax } = this.judgement;
    return syntax === 'pdf' || syntax === 'unknown' ? null : syntax;
  }

  @Field(() => String, { nullable: true, description: 'The profile the file claims, in words.' })
  get profile(): string | undefined {
    return this.judgement.profile;
  }

  @Field(() => InvoiceSummaryObject, { nullable: true, description: 'What was read; null when nothing was.' })
  get summary(): InvoiceSummaryObject | undefined {
    return this.judgement.invoice && new InvoiceSummaryObject(this.judgement.invoice);
  }

  @Field(() => DirectoryEntryObject, { nullable: true, description: 'The public entity it is addressed to.' })
  get recipient(): DirectoryEntryObject | undefined {
    return this.judgement.recipient && new DirectoryEntryObject(this.judgement.recipient);
  }

  @Field(() => DirectoryServiceObject, {
    nullable: true,
    description: 'The service of the recipient that it names, when there is one of this code.',
  })
  get service(): DirectoryServiceObject | undefined {
    const { invoice, recipient } = this.judgement;
    const code = invoice && serviceCodeOf(invoice);
    const service = recipient?.services.find((one) => one.code === code);
    return recipient && service && new DirectoryServiceObject(service, recipient.requirements);
  }
}

export const CheckInvoiceResult = createUnionType({
  name: 'CheckInvoiceResult',
  description: 'What came of a dry run.',
  types: () => [InvoiceCheckObject, ActRefusedObject] as const,
});
