import type { DirectoryService } from '@parvis/domain/directory/directory-entry';
import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { CalendarDate } from '../graphql/scalars.js';

/** A service as its own people set it: null where the entity decides. */
@ObjectType('SettingsService', {
  description: 'A service of a public entity, as its own people set it; null where the entity decides.',
})
export class SettingsServiceObject {
  constructor(private readonly service: DirectoryService & { readonly updatedAt?: Date }) {}

  @Field(() => String, { description: 'What an invoice carries in BT-10; it never changes.' })
  get code(): string {
    return this.service.code;
  }

  @Field(() => String, { description: 'What people call it.' })
  get name(): string {
    return this.service.name;
  }

  @Field(() => String, { nullable: true, description: 'What it buys, in plain words.' })
  get description(): string | undefined {
    return this.service.description;
  }

  @Field(() => Boolean, { description: 'False when its people have closed it.' })
  get active(): boolean {
    return this.service.active;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether invoices to it need an engagement number; null: as the entity.',
  })
  get engagementNumberRequired(): boolean | undefined {
    return this.service.engagementNumberRequired;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether suppliers are told of payments; null: as the entity.',
  })
  get reportsPayment(): boolean | undefined {
    return this.service.reportsPayment;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'The first day it takes invoices.' })
  get validFrom(): string | undefined {
    return this.service.validFrom;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'The last day.' })
  get validUntil(): string | undefined {
    return this.service.validUntil;
  }

  @Field(() => String, { nullable: true, description: 'Whom suppliers may write to.' })
  get contactEmail(): string | undefined {
    return this.service.contactEmail;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Give it back with a change: it tells whether somebody else has changed the service since.',
  })
  get version(): string | undefined {
    return this.service.updatedAt?.toISOString();
  }
}

@ObjectType('SettingsServiceEdge', { description: 'A service in a list.' })
export class SettingsServiceEdgeObject {
  constructor(node: SettingsServiceObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => SettingsServiceObject, { description: 'The service.' })
  readonly node: SettingsServiceObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('SettingsServiceConnection', { description: 'One page of the services of an entity, by code.' })
export class SettingsServiceConnectionObject {
  constructor(
    edges: SettingsServiceEdgeObject[],
    pageInfo: PageInfoObject,
    counts: { readonly open: number; readonly closed: number },
  ) {
    this.edges = edges;
    this.pageInfo = pageInfo;
    this.openCount = counts.open;
    this.closedCount = counts.closed;
  }

  @Field(() => [SettingsServiceEdgeObject], { description: 'The services of this page.' })
  readonly edges: SettingsServiceEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;

  @Field(() => Int, { description: 'Over all its services: how many are open.' })
  readonly openCount: number;

  @Field(() => Int, { description: 'And how many are closed.' })
  readonly closedCount: number;
}
