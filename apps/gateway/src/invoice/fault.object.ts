import type { Language } from '@parvis/domain/display/language';
import { explainFault } from '@parvis/domain/rules/explain-fault';
import type { FaultExplanation } from '@parvis/domain/rules/explanation';
import type { Fault, FaultChoice, FaultPatch, Severity } from '@parvis/domain/rules/fault';
import { Field, ObjectType } from 'type-graphql';
import { SeverityEnum } from '../graphql/enums.js';

@ObjectType('FaultChoice', { description: 'Something that may stand there instead.' })
export class FaultChoiceObject {
  constructor(private readonly choice: FaultChoice) {}

  @Field(() => String, { description: 'The value to write.' })
  get value(): string {
    return this.choice.value;
  }

  @Field(() => String, { description: 'What it means, in words.' })
  get label(): string {
    return this.choice.label;
  }
}

@ObjectType('FaultPatch', { description: 'The mend, where it is certain.' })
export class FaultPatchObject {
  constructor(private readonly patch: FaultPatch) {}

  @Field(() => String, { description: 'Place in the invoice model.' })
  get path(): string {
    return this.patch.path;
  }

  @Field(() => String, { description: 'The value that stands there.' })
  get from(): string {
    return this.patch.from;
  }

  @Field(() => String, { description: 'The value that would be right.' })
  get to(): string {
    return this.patch.to;
  }
}

@ObjectType('Fault', { description: 'One thing that is wrong with a document, and how to mend it.' })
export class FaultObject {
  private readonly explanation: FaultExplanation;

  constructor(
    private readonly fault: Fault,
    language: Language,
  ) {
    this.explanation = explainFault(fault, language);
  }

  @Field(() => String, { description: 'Official rule id (`BR-CO-10`), or one of ours (`PV-…`).' })
  get rule(): string {
    return this.fault.rule;
  }

  @Field(() => SeverityEnum, { description: 'Whether it stops the deposit.' })
  get severity(): Severity {
    return this.fault.severity;
  }

  @Field(() => [String], { description: 'Business terms concerned: `BT-106`, `BG-25`.' })
  get terms(): readonly string[] {
    return this.fault.terms;
  }

  @Field(() => String, { description: 'Place in the invoice model.' })
  get path(): string {
    return this.fault.path;
  }

  @Field(() => String, { nullable: true, description: "Place in the sender's file." })
  get location(): string | undefined {
    return this.fault.location;
  }

  @Field(() => String, { description: 'What the field is called, in words.' })
  get label(): string {
    return this.explanation.label;
  }

  @Field(() => String, { description: 'What is wrong, in one sentence.' })
  get message(): string {
    return this.explanation.message;
  }

  @Field(() => String, { description: 'Why it matters.' })
  get why(): string {
    return this.explanation.why;
  }

  @Field(() => String, { description: 'What to do about it.' })
  get nextStep(): string {
    return this.explanation.nextStep;
  }

  @Field(() => String, { nullable: true, description: 'The value found, as sent.' })
  get found(): string | undefined {
    return this.fault.values?.found;
  }

  @Field(() => [FaultChoiceObject], { description: 'What may stand there instead.' })
  get choices(): FaultChoiceObject[] {
    return (this.fault.choices ?? []).map((choice) => new FaultChoiceObject(choice));
  }

  @Field(() => FaultPatchObject, { nullable: true, description: 'The mend, where it is certain.' })
  get patch(): FaultPatchObject | undefined {
    return this.fault.patch && new FaultPatchObject(this.fault.patch);
  }
}
