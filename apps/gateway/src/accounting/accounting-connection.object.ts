import type { ConnectionEnvironment, DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import type { ShownConnection } from '@parvis/application/accounting/shown-connection';
import type { Language } from '@parvis/domain/display/language';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DeliveryStateEnum, InvoiceStatusEnum } from '../graphql/enums.js';
import { LanguageArg } from '../graphql/language-arg.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { ConnectionEnvironmentEnum } from './accounting-enums.js';

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
  description: "A public entity's link to its accounting system. Its secrets are never shown.",
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

  @Field(() => ConnectionEnvironmentEnum, { description: "Which of the entity's systems it reaches." })
  get environment(): ConnectionEnvironment {
    return this.connection.environment;
  }

  @Field(() => Boolean, {
    description:
      'Whether invoices are delivered by themselves and what happens there moves them; otherwise only what a person sends goes out.',
  })
  get live(): boolean {
    return this.connection.live;
  }

  @Field(() => DateTimeIso, { description: 'When it was set up.' })
  get createdAt(): Date {
    return this.connection.createdAt;
  }

  @Field(() => String, { description: 'Its settings as JSON, without secrets.' })
  get settingsJson(): string {
    return JSON.stringify(this.connection.settings);
  }

  @Field(() => [String], { description: 'The secrets that are set, by the names of their fields.' })
  get secretsKept(): string[] {
    return [...this.connection.secretsKept];
  }

  @Field(() => Boolean, { description: 'False when nothing is sent or fetched for now.' })
  get active(): boolean {
    return this.connection.active;
  }

  @Field(() => DateTimeIso, {
    nullable: true,
    description:
      'Since when it is paused: by a person, or because the system refused its account; `lastProblem` then says what it answered.',
  })
  get pausedAt(): Date | undefined {
    return this.connection.pausedAt;
  }

  @Field(() => InvoiceStatusEnum, { description: 'The status at which an invoice is sent.' })
  get deliverWhen(): 'madeAvailable' | 'serviceConfirmed' {
    return this.connection.deliverWhen;
  }

  @Field(() => Boolean, {
    description:
      'Whether a bill cancelled there before it was booked refuses its invoice; otherwise a person decides.',
  })
  get refuseWhenCancelled(): boolean {
    return this.connection.refuseWhenCancelled;
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
