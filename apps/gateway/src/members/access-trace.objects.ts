import type { RecordedTrace } from '@parvis/application/access/access-trace';
import { Field, ID, ObjectType } from 'type-graphql';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DateTimeIso } from '../graphql/scalars.js';

@ObjectType('AccessTrace', { description: 'Who changed what somebody may do, when and why; never altered.' })
export class AccessTraceObject {
  constructor(private readonly entry: RecordedTrace) {}

  @Field(() => ID, { description: 'Identifier of the entry.' })
  get id(): string {
    return this.entry.id;
  }

  @Field(() => DateTimeIso, { description: 'When.' })
  get at(): Date {
    return this.entry.at;
  }

  @Field(() => String, { description: 'Who did it.' })
  get byName(): string {
    return this.entry.byName;
  }

  @Field(() => String, { description: 'What was done: `membership.changed`, `mandate.revoked`…' })
  get act(): string {
    return this.entry.act;
  }

  @Field(() => String, { description: 'Who or what it was done to.' })
  get subject(): string {
    return this.entry.subject;
  }

  @Field(() => String, { description: 'Values before and after, as JSON.' })
  get details(): string {
    return JSON.stringify(this.entry.details);
  }

  @Field(() => String, { nullable: true, description: 'As its author wrote it.' })
  get reason(): string | null {
    return this.entry.reason ?? null;
  }
}

@ObjectType('AccessTraceEdge', { description: 'An entry in a list.' })
export class AccessTraceEdgeObject {
  constructor(node: AccessTraceObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => AccessTraceObject, { description: 'The entry.' })
  readonly node: AccessTraceObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('AccessTraceConnection', { description: 'One page of the history of rights, newest first.' })
export class AccessTraceConnectionObject {
  constructor(edges: AccessTraceEdgeObject[], pageInfo: PageInfoObject) {
    this.edges = edges;
    this.pageInfo = pageInfo;
  }

  @Field(() => [AccessTraceEdgeObject], { description: 'The entries of this page.' })
  readonly edges: AccessTraceEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}
