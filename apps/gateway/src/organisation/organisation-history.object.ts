import type { RecordedTrace } from '@parvis/application/access/access-trace';
import { Field, ID, ObjectType } from 'type-graphql';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DateTimeIso } from '../graphql/scalars.js';

@ObjectType('OrganisationValueChange', { description: 'One value before and after.' })
export class OrganisationValueChangeObject {
  constructor(field: string, { before, after }: { readonly before: string; readonly after: string }) {
    this.field = field;
    this.before = before;
    this.after = after;
  }

  @Field(() => String, { description: 'The field of the form: `street`, `vatIdentifier`, `identifier`…' })
  readonly field: string;

  @Field(() => String, { description: 'Empty where there was nothing.' })
  readonly before: string;

  @Field(() => String, { description: 'Empty where nothing is left.' })
  readonly after: string;
}

@ObjectType('OrganisationChange', { description: 'One act on a structure itself.' })
export class OrganisationChangeObject {
  constructor(private readonly trace: RecordedTrace) {}

  @Field(() => ID, { description: 'Identifier of the trace.' })
  get id(): string {
    return this.trace.id;
  }

  @Field(() => DateTimeIso, { description: 'When.' })
  get at(): Date {
    return this.trace.at;
  }

  @Field(() => String, { description: 'Who, by the name of then.' })
  get byName(): string {
    return this.trace.byName;
  }

  @Field(() => String, {
    description:
      'A code: `organisation.changed`, `organisation.moved`, `bankAccount.added`, `bankAccount.ended`.',
  })
  get act(): string {
    return this.trace.act;
  }

  @Field(() => String, { description: 'What it was done to: the structure, or the name of an account.' })
  get subject(): string {
    return this.trace.subject;
  }

  @Field(() => String, { nullable: true, description: 'As its author wrote it.' })
  get reason(): string | undefined {
    return this.trace.reason;
  }

  @Field(() => [OrganisationValueChangeObject], { description: 'Value by value.' })
  get changes(): OrganisationValueChangeObject[] {
    const { details, act } = this.trace;
    if (act === 'organisation.moved') {
      const [before, after] = [valueIn(details.before), valueIn(details.after)];
      return [new OrganisationValueChangeObject('identifier', { before, after })];
    }
    return Object.entries(details).flatMap(([field, values]) =>
      isChange(values) ? [new OrganisationValueChangeObject(field, values)] : [],
    );
  }
}

const isChange = (values: unknown): values is { readonly before: string; readonly after: string } =>
  typeof values === 'object' && values !== null && 'before' in values && 'after' in values;

const valueIn = (identifier: unknown): string =>
  typeof identifier === 'object' && identifier !== null && 'value' in identifier
    ? String(identifier.value)
    : '';

@ObjectType('OrganisationHistory', { description: 'One page of what became of a structure, newest first.' })
export class OrganisationHistoryObject {
  constructor(changes: OrganisationChangeObject[], pageInfo: PageInfoObject) {
    this.changes = changes;
    this.pageInfo = pageInfo;
  }

  @Field(() => [OrganisationChangeObject], { description: 'The acts of this page.' })
  readonly changes: OrganisationChangeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}
