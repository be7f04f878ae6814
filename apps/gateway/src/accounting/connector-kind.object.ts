import type {
  FieldType,
  OfferedField,
  OfferedKind,
  OfferedStep,
} from '@parvis/application/accounting/connector-catalogue';
import type { Language } from '@parvis/domain/display/language';
import { Field, ObjectType } from 'type-graphql';
import { SettingsFieldTypeEnum } from './accounting-enums.js';

@ObjectType('SettingsChoice', { description: 'A value that a field may take.' })
export class SettingsChoiceObject {
  constructor({ value, label }: { readonly value: string; readonly label: string }) {
    this.value = value;
    this.label = label;
  }

  @Field(() => String, { description: 'As it is stored.' })
  readonly value: string;

  @Field(() => String, { description: 'As people read it.' })
  readonly label: string;
}

@ObjectType('SettingsCondition', { description: 'Another field and the value it must have.' })
export class SettingsConditionObject {
  constructor({ field, is }: { readonly field: string; readonly is: string }) {
    this.field = field;
    this.is = is;
  }

  @Field(() => String, { description: 'The name of the other field in the settings.' })
  readonly field: string;

  @Field(() => String, { description: 'Its value, as it is stored.' })
  readonly is: string;
}

@ObjectType('SettingsField', { description: "A field of a connection's settings, as forms draw it." })
export class SettingsFieldObject {
  constructor(
    private readonly field: OfferedField,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Its name in the settings.' })
  get name(): string {
    return this.field.name;
  }

  @Field(() => String, { description: 'As people read it.' })
  get label(): string {
    return this.field.label[this.language];
  }

  @Field(() => String, { nullable: true, description: 'Where to find it, what it is for.' })
  get help(): string | null {
    return this.field.help?.[this.language] ?? null;
  }

  @Field(() => Boolean, { description: 'Whether nothing works without it, while it is shown.' })
  get required(): boolean {
    return this.field.required;
  }

  @Field(() => SettingsConditionObject, {
    nullable: true,
    description: 'Shown, and required, only while this holds; null: always.',
  })
  get when(): SettingsConditionObject | null {
    return this.field.when ? new SettingsConditionObject(this.field.when) : null;
  }

  @Field(() => SettingsFieldTypeEnum, { description: 'What is typed or chosen.' })
  get type(): FieldType {
    return this.field.type;
  }

  @Field(() => String, { nullable: true, description: 'An example of what to write.' })
  get placeholder(): string | null {
    return this.field.placeholder ?? null;
  }

  @Field(() => Boolean, { description: 'Whether it takes several lines: keys, certificates.' })
  get multiline(): boolean {
    return this.field.multiline ?? false;
  }

  @Field(() => [SettingsChoiceObject], { description: 'What can be chosen; empty elsewhere.' })
  get choices(): SettingsChoiceObject[] {
    const { choices = [] } = this.field;
    return choices.map(
      ({ value, label }) => new SettingsChoiceObject({ value, label: label[this.language] }),
    );
  }

  @Field(() => [SettingsFieldObject], { description: 'Of rows: the fields of each; empty elsewhere.' })
  get columns(): SettingsFieldObject[] {
    const { columns = [] } = this.field;
    return columns.map((column) => new SettingsFieldObject(column, this.language));
  }
}

@ObjectType('SettingsColumnChoices', {
  description:
    'What can be chosen in a column of rows; apart from the column, whose depth would cost too much.',
})
export class SettingsColumnChoicesObject {
  constructor(field: string, column: string, choices: SettingsChoiceObject[]) {
    this.field = field;
    this.column = column;
    this.choices = choices;
  }

  @Field(() => String, { description: 'The name of the rows in the settings.' })
  readonly field: string;

  @Field(() => String, { description: 'The name of the column.' })
  readonly column: string;

  @Field(() => [SettingsChoiceObject], { description: 'In the order in which they are offered.' })
  readonly choices: SettingsChoiceObject[];
}

@ObjectType('SettingsStep', { description: 'One step of setting a connection up.' })
export class SettingsStepObject {
  constructor(
    private readonly step: OfferedStep,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Stable within the kind.' })
  get key(): string {
    return this.step.key;
  }

  @Field(() => String, { description: 'As people read it.' })
  get title(): string {
    return this.step.title[this.language];
  }

  @Field(() => String, { description: 'Where a person finds what is asked, and why it is needed.' })
  get help(): string {
    return this.step.help[this.language];
  }

  @Field(() => Boolean, { description: 'Whether `testConnectorStep` has something to try here.' })
  get hasTest(): boolean {
    return this.step.hasTest;
  }

  @Field(() => [SettingsFieldObject], { description: 'What is asked.' })
  get fields(): SettingsFieldObject[] {
    return this.step.fields.map((field) => new SettingsFieldObject(field, this.language));
  }
}

@ObjectType('ConnectorCapabilities', { description: 'What a kind of accounting system can do.' })
export class ConnectorCapabilitiesObject {
  constructor(capabilities: OfferedKind['capabilities']) {
    this.attachments = capabilities.attachments;
    this.reasons = capabilities.reasons;
    this.paymentSteps = capabilities.paymentSteps;
    this.uniqueInTarget = capabilities.uniqueInTarget;
  }

  @Field(() => Boolean, { description: 'Keeps the files of an invoice with its bill.' })
  readonly attachments: boolean;

  @Field(() => Boolean, { description: 'Tells why a bill was turned down.' })
  readonly reasons: boolean;

  @Field(() => Boolean, { description: 'Shows the steps between the payment order and the payment.' })
  readonly paymentSteps: boolean;

  @Field(() => Boolean, { description: 'Refuses by itself a second bill under one key.' })
  readonly uniqueInTarget: boolean;
}

@ObjectType('ConnectorStatusWord', { description: "A system's own word for where a bill stands." })
export class ConnectorStatusWordObject {
  constructor(word: string, meaning: string) {
    this.word = word;
    this.meaning = meaning;
  }

  @Field(() => String, { description: 'The word.' })
  readonly word: string;

  @Field(() => String, { description: 'What it does to the invoice here.' })
  readonly meaning: string;
}

@ObjectType('ConnectorKind', {
  description: 'A kind of accounting system that this installation can be connected to.',
})
export class ConnectorKindObject {
  constructor(
    private readonly kind: OfferedKind,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Stable: `tryton`, `simulator`…' })
  get system(): string {
    return this.kind.system;
  }

  @Field(() => String, { description: 'As shown to people.' })
  get label(): string {
    return this.kind.label;
  }

  @Field(() => String, { description: 'For whom it is, what passes and which way.' })
  get description(): string {
    return this.kind.description[this.language];
  }

  @Field(() => ConnectorCapabilitiesObject, { description: 'What it can do.' })
  get capabilities(): ConnectorCapabilitiesObject {
    return new ConnectorCapabilitiesObject(this.kind.capabilities);
  }

  @Field(() => [SettingsStepObject], { description: 'How a connection is set up, step by step.' })
  get steps(): SettingsStepObject[] {
    return this.kind.steps.map((step) => new SettingsStepObject(step, this.language));
  }

  @Field(() => [SettingsColumnChoicesObject], {
    description: 'What can be chosen in the columns of type `CHOICE`, whatever their step.',
  })
  get columnChoices(): SettingsColumnChoicesObject[] {
    const fields = this.steps.flatMap((step) => step.fields);
    return fields.flatMap((field) =>
      field.columns
        .filter(({ choices }) => choices.length > 0)
        .map((column) => new SettingsColumnChoicesObject(field.name, column.name, column.choices)),
    );
  }

  @Field(() => [ConnectorStatusWordObject], { description: 'Its words for where a bill stands.' })
  get statusWords(): ConnectorStatusWordObject[] {
    return this.kind.statusWords.map(
      ({ word, meaning }) => new ConnectorStatusWordObject(word, meaning[this.language]),
    );
  }
}
