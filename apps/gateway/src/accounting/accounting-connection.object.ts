import type { DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import type { ShownConnection } from '@parvis/application/accounting/list-connections';
import type { Language } from '@parvis/domain/display/language';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DeliveryStateEnum, InvoiceStatusEnum } from '../graphql/enums.js';
import { LanguageArg } from '../graphql/language-arg.js';
import { DateTimeIso } from '../graphql/scalars.js';

@ObjectType('DeliveryCount', { description: 'How many deliveries stand in a state.' })
export class DeliveryCountObject {
  constructor(private readonly counted: { readonly state: DeliveryState; readonly count: number }) {}

  @Field(() => DeliveryStateEnum, { description: 'The state.' })
  get state(): DeliveryState {
    return this.counted.state;
  }

  @Field(() => Int, { description: 'How many.' })
  get count(): number {
    return this.counted.count;
  }
}

@ObjectType('AccountingConnection', {
  description: "A public entity's link to its accounting system. Its settings and secrets are never shown.",
})
export class AccountingConnectionObject {
  constructor(readonly connection: ShownConnection) {}

  @Field(() => ID, { description: 'Identifier of the connection.' })
  get id(): string {
    return this.connection.id;
  }

  @Field(() => String, { description: 'As shown to people: « Tryton du CHU ».' })
  get name(): string {
    return this.connection.name;
  }

  @Field(() => String, { description: 'Which connector: `tryton`, `simulator`…' })
  get system(): string {
    return this.connection.system;
  }

  @Field(() => Boolean, { description: 'False when nothing is sent or fetched for now.' })
  get active(): boolean {
    return this.connection.active;
  }

  @Field(() => InvoiceStatusEnum, { description: 'The status at which an invoice is sent.' })
  get deliverWhen(): 'madeAvailable' | 'serviceConfirmed' {
    return this.connection.deliverWhen;
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When statuses were last fetched.' })
  get lastPulledAt(): Date | undefined {
    return this.connection.lastPulledAt;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What went wrong last, in words; null when all is well.',
  })
  lastProblem(@LanguageArg() language: Language | null): string | undefined {
    return this.connection.lastProblem?.[language ?? 'fr'];
  }

  @Field(() => [DeliveryCountObject], { description: 'How many deliveries stand in each state.' })
  get counts(): DeliveryCountObject[] {
    return this.connection.counts.map((counted) => new DeliveryCountObject(counted));
  }
}
