import type { Unavailable } from '@parvis/application/accounting/accounting-connector';
import type { SettingsFault, StepFound } from '@parvis/application/accounting/connector-catalogue';
import type { ConnectionEnvironment } from '@parvis/application/accounting/delivery-ledger';
import type { ShownConnection } from '@parvis/application/accounting/shown-connection';
import type { Language } from '@parvis/domain/display/language';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InvoiceStatusEnum, LanguageEnum } from '../graphql/enums.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { AccountingConnectionObject } from './accounting-connection.object.js';
import { ConnectionEnvironmentEnum } from './accounting-enums.js';
import { CheckPointObject } from './check-point.object.js';
import { SettingsChoiceObject } from './connector-kind.object.js';

@InputType('TestConnectorStepInput', { description: 'What is known so far of a connection, to be tried.' })
export class TestConnectorStepInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => String, { description: 'The kind of system.' })
  system: string;

  @Field(() => String, { description: 'The `key` of the step.' })
  step: string;

  @Field(() => String, {
    description: 'The fields of this step and of those before, as JSON: `{"url":"https://…"}`.',
  })
  settingsJson: string;

  @Field(() => ID, {
    nullable: true,
    description: 'An existing connection, whose stored secrets stand for those that are left out.',
  })
  connectionId?: string | null;

  @Field(() => LanguageEnum, { nullable: true, defaultValue: 'fr', description: 'Of the answer.' })
  language?: Language | null;
}

@InputType('SaveConnectionInput', { description: 'A connection as it is to be.' })
export class SaveConnectionInput {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => ID, { nullable: true, description: 'The connection to change; left out for a new one.' })
  connectionId?: string | null;

  @Field(() => String, { description: 'The kind of system; it stays for good.' })
  system: string;

  @Field(() => String, { description: 'As people will see it; 80 characters at most.' })
  name: string;

  @Field(() => ConnectionEnvironmentEnum, { description: "Which of the entity's systems it reaches." })
  environment: ConnectionEnvironment;

  @Field(() => Boolean, {
    description:
      'Whether invoices are delivered by themselves and what happens there moves them; otherwise only what a person sends goes out.',
  })
  live: boolean;

  @Field(() => InvoiceStatusEnum, {
    description: 'At which status an invoice is delivered: `MADE_AVAILABLE` or `SERVICE_CONFIRMED`.',
  })
  deliverWhen: Status;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a bill cancelled there before it was booked refuses its invoice, which starts a new legal period; left out, what is stored stays.',
  })
  refuseWhenCancelled?: boolean | null;

  @Field(() => String, {
    description: 'Its settings as JSON. A secret left out keeps what is stored; null takes it away.',
  })
  settingsJson: string;

  @Field(() => LanguageEnum, { nullable: true, defaultValue: 'fr', description: 'Of the answer.' })
  language?: Language | null;
}

@ObjectType('SettingsFault', { description: 'A field that cannot be used as it is.' })
export class SettingsFaultObject {
  constructor({ field, code, message }: SettingsFault, language: Language) {
    this.field = field;
    this.code = code;
    this.message = message[language];
  }

  @Field(() => String, {
    description: 'Its path in the settings, such as `accounts.0.code`; `connection.name` for the name.',
  })
  readonly field: string;

  @Field(() => String, { description: '`missing`, `unknown`, `malformed` or `used`.' })
  readonly code: string;

  @Field(() => String, { description: 'What to write instead, for people.' })
  readonly message: string;
}

@ObjectType('SettingsRefused', { description: 'Nothing was kept or tried: these fields come first.' })
export class SettingsRefusedObject {
  constructor(faults: readonly SettingsFault[], language: Language) {
    this.faults = faults.map((fault) => new SettingsFaultObject(fault, language));
  }

  @Field(() => [SettingsFaultObject], { description: 'Every fault at once, one or more.' })
  readonly faults: SettingsFaultObject[];
}

@ObjectType('FieldChoices', { description: 'What the system offers for a field.' })
export class FieldChoicesObject {
  constructor(field: string, choices: SettingsChoiceObject[]) {
    this.field = field;
    this.choices = choices;
  }

  @Field(() => String, { description: 'The field, or the column of a row.' })
  readonly field: string;

  @Field(() => [SettingsChoiceObject], { description: 'To be chosen instead of typed.' })
  readonly choices: SettingsChoiceObject[];
}

@ObjectType('StepFindings', { description: 'What a live test found.' })
export class StepFindingsObject {
  constructor(found: StepFound | Unavailable, language: Language) {
    const isAway = 'kind' in found;
    this.unavailable = isAway ? found.message[language] : null;
    const { points, choices = {} }: StepFound = isAway ? { points: [] } : found;
    this.points = points.map((point) => new CheckPointObject(point, language));
    this.choices = Object.entries(choices).map(
      ([field, offered]) =>
        new FieldChoicesObject(
          field,
          offered.map((choice) => new SettingsChoiceObject(choice)),
        ),
    );
  }

  @Field(() => [CheckPointObject], { description: 'Point by point, in the order in which to mend.' })
  readonly points: CheckPointObject[];

  @Field(() => [FieldChoicesObject], { description: 'What the system offers for coming fields.' })
  readonly choices: FieldChoicesObject[];

  @Field(() => String, { nullable: true, description: 'Why it could not be tried now; null when it was.' })
  readonly unavailable: string | null;
}

export const TestConnectorStepResult = createUnionType({
  name: 'TestConnectorStepResult',
  description: 'What came of a live test.',
  types: () => [StepFindingsObject, SettingsRefusedObject, ActRefusedObject] as const,
});

@ObjectType('ConnectionSaved', { description: 'It was kept.' })
export class ConnectionSavedObject {
  constructor(connection: ShownConnection) {
    this.connection = new AccountingConnectionObject(connection);
  }

  @Field(() => AccountingConnectionObject, { description: 'As it is now.' })
  readonly connection: AccountingConnectionObject;
}

@ObjectType('ConnectionRemoved', { description: 'It is gone, with its secrets.' })
export class ConnectionRemovedObject {
  constructor(connectionId: string) {
    this.connectionId = connectionId;
  }

  @Field(() => ID, { description: 'The connection that was.' })
  readonly connectionId: string;
}

@InputType('SetConnectionActiveInput', { description: 'A connection to pause or to resume.' })
export class SetConnectionActiveInput {
  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => Boolean, { description: 'False pauses: nothing goes out, nothing is read, everything waits.' })
  active: boolean;

  @Field(() => LanguageEnum, { nullable: true, defaultValue: 'fr', description: 'Of the answer.' })
  language?: Language | null;
}

@InputType('RemoveConnectionInput', { description: 'A connection over which nothing was ever delivered.' })
export class RemoveConnectionInput {
  @Field(() => ID, { description: 'The connection.' })
  connectionId: string;

  @Field(() => LanguageEnum, { nullable: true, defaultValue: 'fr', description: 'Of the answer.' })
  language?: Language | null;
}

export const SetConnectionActiveResult = createUnionType({
  name: 'SetConnectionActiveResult',
  description: 'What came of pausing or resuming.',
  types: () => [ConnectionSavedObject, ActRefusedObject] as const,
});

export const RemoveConnectionResult = createUnionType({
  name: 'RemoveConnectionResult',
  description: 'What came of removing a connection.',
  types: () => [ConnectionRemovedObject, ActRefusedObject] as const,
});

export const SaveConnectionResult = createUnionType({
  name: 'SaveConnectionResult',
  description: 'What came of saving a connection.',
  types: () => [ConnectionSavedObject, SettingsRefusedObject, ActRefusedObject] as const,
});
