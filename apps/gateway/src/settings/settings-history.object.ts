import type { SettingsChange } from '@parvis/application/settings/settings-history';
import type { ValueChange } from '@parvis/application/settings/settings-trace';
import { Field, ID, ObjectType } from 'type-graphql';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DateTimeIso } from '../graphql/scalars.js';

@ObjectType('SettingsValueChange', { description: 'One value before and after, as text.' })
export class SettingsValueChangeObject {
  constructor({ field, before, after }: ValueChange) {
    this.field = field;
    this.before = before === null ? null : String(before);
    this.after = after === null ? null : String(after);
  }

  @Field(() => String, { description: 'A path, such as `requirements.serviceCode`.' })
  readonly field: string;

  @Field(() => String, { nullable: true, description: 'Null where there was nothing.' })
  readonly before: string | null;

  @Field(() => String, { nullable: true, description: 'Null where nothing is left.' })
  readonly after: string | null;
}

@ObjectType('SettingsChange', { description: 'One change of settings, services or connections.' })
export class SettingsChangeObject {
  constructor(private readonly change: SettingsChange) {}

  @Field(() => ID, { description: 'Identifier of the trace.' })
  get id(): string {
    return this.change.id;
  }

  @Field(() => DateTimeIso, { description: 'When.' })
  get at(): Date {
    return this.change.at;
  }

  @Field(() => String, { description: 'Who, by the name of then.' })
  get byName(): string {
    return this.change.byName;
  }

  @Field(() => String, { description: 'A code: `settings.changed`, `service.added`, `service.closed`…' })
  get act(): string {
    return this.change.act;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The code of the service; null for the entity itself.',
  })
  get serviceCode(): string | null {
    return this.change.act.startsWith('service.') ? this.change.subject : null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The name of the connection then; null where it is none of them.',
  })
  get connectionName(): string | null {
    return this.change.act.startsWith('connection.') ? this.change.subject : null;
  }

  @Field(() => [SettingsValueChangeObject], { description: 'Value by value.' })
  get changes(): SettingsValueChangeObject[] {
    return this.change.changes.map((change) => new SettingsValueChangeObject(change));
  }
}

@ObjectType('SettingsHistory', { description: 'One page of the changes of settings, newest first.' })
export class SettingsHistoryObject {
  constructor(changes: SettingsChangeObject[], pageInfo: PageInfoObject) {
    this.changes = changes;
    this.pageInfo = pageInfo;
  }

  @Field(() => [SettingsChangeObject], { description: 'The changes of this page.' })
  readonly changes: SettingsChangeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}
