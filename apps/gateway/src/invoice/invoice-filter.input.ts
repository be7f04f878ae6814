import type { InvoiceSelection } from '@parvis/application/invoice/invoice-selection';
import type { Side } from '@parvis/domain/access/actor';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { addDays, startOfDay } from '@parvis/domain/time/paris';
import { Field, ID, InputType } from 'type-graphql';
import { given } from '../given.js';
import { InvoiceStatusEnum } from '../graphql/enums.js';
import { CalendarDate } from '../graphql/scalars.js';

@InputType('InvoiceFilter', { description: 'What a list keeps; everything given must hold.' })
export class InvoiceFilterInput {
  @Field(() => [InvoiceStatusEnum], { nullable: true, description: 'Any of these.' })
  statuses?: Status[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Part of the number, of the other side's name, or of the engagement number.",
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Addressed to this service.' })
  serviceCode?: string | null;

  @Field(() => ID, { nullable: true, description: "One of the viewer's structures; all when left out." })
  structureId?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Deposited on this day or later.' })
  depositedFrom?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Deposited on this day or earlier.' })
  depositedTo?: string | null;
}

/** The selection the use case understands; days become instants in Paris. */
export const toSelection = (side: Side, filter: InvoiceFilterInput | null | undefined): InvoiceSelection => ({
  side,
  ...given({
    statuses: filter?.statuses,
    text: filter?.text?.trim() || undefined,
    serviceCode: filter?.serviceCode,
    structureId: filter?.structureId,
    depositedFrom: filter?.depositedFrom ? startOfDay(filter.depositedFrom) : undefined,
    depositedBefore: filter?.depositedTo ? startOfDay(addDays(filter.depositedTo, 1)) : undefined,
  }),
});
