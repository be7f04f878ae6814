import type { LegalClock } from '@parvis/domain/life-cycle/legal-clock';
import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDate } from '../graphql/scalars.js';

@ObjectType('LegalClock', {
  description:
    'The legal limit to pay. The clock starts when the invoice is made available to the recipient.',
})
export class LegalClockObject {
  constructor(private readonly clock: LegalClock) {}

  @Field(() => CalendarDate, { description: 'First day of the term that counts now.' })
  get startedOn(): string {
    return this.clock.startedOn;
  }

  @Field(() => CalendarDate, { description: 'The last day to pay.' })
  get dueOn(): string {
    return this.clock.dueOn;
  }

  @Field(() => Int, { description: 'Length of the term that counts now.' })
  get days(): number {
    return this.clock.days;
  }

  @Field(() => Int, { description: 'Days gone by; grows past `days` when late.' })
  get elapsedDays(): number {
    return this.clock.elapsedDays;
  }

  @Field(() => Boolean, { description: 'False while interrupted, and once paid, refused or rejected.' })
  get running(): boolean {
    return this.clock.running;
  }

  @Field(() => Boolean, { description: 'True once the last day has passed without payment.' })
  get late(): boolean {
    return this.clock.late;
  }
}
