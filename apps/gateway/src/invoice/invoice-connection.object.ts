import type { StatusCount } from '@parvis/application/invoice/count-invoices';
import type { InvoiceSelection } from '@parvis/application/invoice/invoice-selection';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { Field, Int, ObjectType } from 'type-graphql';
import { InvoiceStatusEnum } from '../graphql/enums.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { InvoiceObject } from './invoice.object.js';

@ObjectType('InvoiceEdge', { description: 'An invoice in a list.' })
export class InvoiceEdgeObject {
  constructor(node: InvoiceObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => InvoiceObject, { description: 'The invoice.' })
  readonly node: InvoiceObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('StatusCount', { description: 'How many invoices stand in a status.' })
export class StatusCountObject {
  constructor(private readonly counted: StatusCount) {}

  @Field(() => InvoiceStatusEnum, { description: 'The status.' })
  get status(): Status {
    return this.counted.status;
  }

  @Field(() => Int, { description: 'How many.' })
  get count(): number {
    return this.counted.count;
  }
}

@ObjectType('InvoiceConnection', { description: 'One page of a list of invoices.' })
export class InvoiceConnectionObject {
  constructor(
    edges: InvoiceEdgeObject[],
    pageInfo: PageInfoObject,
    /** What the list was asked for, without its window: the counts are over all of it. */
    readonly selection: InvoiceSelection,
  ) {
    this.edges = edges;
    this.pageInfo = pageInfo;
  }

  @Field(() => [InvoiceEdgeObject], { description: 'The invoices of this page.' })
  readonly edges: InvoiceEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}
