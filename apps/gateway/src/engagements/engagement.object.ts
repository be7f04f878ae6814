import type { Decimal } from '@parvis/domain/amount/decimal';
import {
  type Engagement,
  type EngagementSource,
  type EngagementState,
  engagementStateOn,
} from '@parvis/domain/directory/engagement';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EngagementSourceEnum, EngagementStateEnum } from '../graphql/enums.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { CalendarDate, DateTimeIso, DecimalScalar } from '../graphql/scalars.js';

@ObjectType('Engagement', { description: 'Money a public entity has set aside for one order.' })
export class EngagementObject {
  constructor(
    private readonly engagement: Engagement,
    /** Today in Paris. */
    private readonly day: string,
  ) {}

  @Field(() => ID, { description: 'Identifier over all entities.' })
  get id(): string {
    return `${this.engagement.recipientId}.${this.engagement.number}`;
  }

  @Field(() => String, { description: 'As on the purchase order (BT-13).' })
  get number(): string {
    return this.engagement.number;
  }

  @Field(() => String, { description: 'What it is for; empty when nobody said.' })
  get label(): string {
    return this.engagement.label;
  }

  @Field(() => String, { nullable: true, description: 'The code of the service that ordered.' })
  get serviceCode(): string | undefined {
    return this.engagement.serviceCode;
  }

  @Field(() => String, { nullable: true, description: 'SIRET of the supplier, or another identifier.' })
  get supplierIdentifier(): string | undefined {
    return this.engagement.supplierIdentifier;
  }

  @Field(() => String, { nullable: true, description: 'Name of the supplier.' })
  get supplierName(): string | undefined {
    return this.engagement.supplierName;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Tax included.' })
  get amountTotal(): Decimal | undefined {
    return this.engagement.amountTotal;
  }

  @Field(() => DecimalScalar, { nullable: true, description: 'Tax included, as last told by its source.' })
  get amountLeft(): Decimal | undefined {
    return this.engagement.amountLeft;
  }

  @Field(() => String, { description: 'ISO 4217.' })
  get currency(): string {
    return this.engagement.currency;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'The first day.' })
  get validFrom(): string | undefined {
    return this.engagement.validFrom;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'The last day.' })
  get validUntil(): string | undefined {
    return this.engagement.validUntil;
  }

  @Field(() => EngagementStateEnum, { description: 'Where it stands today.' })
  get state(): EngagementState {
    return engagementStateOn(this.engagement, this.day);
  }

  @Field(() => EngagementSourceEnum, { description: 'Who told us of it.' })
  get source(): EngagementSource {
    return this.engagement.source;
  }

  @Field(() => DateTimeIso, { description: 'When it last changed here.' })
  get updatedAt(): Date {
    return this.engagement.updatedAt;
  }
}

@ObjectType('EngagementEdge', { description: 'An engagement in a list.' })
export class EngagementEdgeObject {
  constructor(node: EngagementObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => EngagementObject, { description: 'The engagement.' })
  readonly node: EngagementObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('EngagementConnection', { description: 'One page of a list of engagements, by number.' })
export class EngagementConnectionObject {
  constructor(edges: EngagementEdgeObject[], pageInfo: PageInfoObject, totalCount: number) {
    this.edges = edges;
    this.pageInfo = pageInfo;
    this.totalCount = totalCount;
  }

  @Field(() => [EngagementEdgeObject], { description: 'The engagements of this page.' })
  readonly edges: EngagementEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;

  @Field(() => Int, { description: 'Of the whole list, with these filters.' })
  readonly totalCount: number;
}
