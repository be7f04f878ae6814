import type { DeliveryHour } from '@parvis/application/accounting/delivery-ledger';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeIso } from '../graphql/scalars.js';

@ObjectType('DeliveryHour', { description: 'What happened over a connection in one hour.' })
export class DeliveryHourObject {
  constructor(hour: DeliveryHour) {
    this.hour = hour.hour;
    this.delivered = hour.delivered;
    this.failed = hour.failed;
    this.waiting = hour.waiting;
    this.medianSeconds = hour.medianSeconds ?? null;
    this.p95Seconds = hour.p95Seconds ?? null;
  }

  @Field(() => DateTimeIso, { description: 'The beginning of the hour.' })
  readonly hour: Date;

  @Field(() => Int, { description: 'Delivered in this hour.' })
  readonly delivered: number;

  @Field(() => Int, { description: 'Tried last in this hour, and set aside for a person since.' })
  readonly failed: number;

  @Field(() => Int, { description: 'Due since this hour, and not delivered yet.' })
  readonly waiting: number;

  @Field(() => Float, {
    nullable: true,
    description: 'From due to delivered, for half of those delivered in this hour at most.',
  })
  readonly medianSeconds: number | null;

  @Field(() => Float, { nullable: true, description: 'The same for 95 of a hundred.' })
  readonly p95Seconds: number | null;
}
