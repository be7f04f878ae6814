import type { DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import type { ListDeliveriesCommand } from '@parvis/application/accounting/list-deliveries';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { StructureObject } from '../directory/structure.object.js';
import { given } from '../given.js';
import { DeliveryStateEnum } from '../graphql/enums.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { refusedError } from '../refusals/refused-error.js';
import { principalOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { AccountingConnectionObject } from './accounting-connection.object.js';
import { DeliveryConnectionObject, DeliveryEdgeObject, DeliveryObject } from './delivery.object.js';
import { DeliveryHourObject } from './delivery-hour.object.js';

@ArgsType()
class DeliveriesArgs {
  @Field(() => ID, { description: 'The public entity.' })
  structureId: string;

  @Field(() => ID, { nullable: true, description: 'Over this connection only.' })
  connectionId: string | null;

  @Field(() => [DeliveryStateEnum], { nullable: true, description: 'Any of these.' })
  states: DeliveryState[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Part of the invoice's number, its supplier's name or its engagement number.",
  })
  search: string | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 25,
    description: 'How many at most; 100 is the limit.',
  })
  first: number | null;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after: string | null;
}

@Resolver(() => AccountingConnectionObject)
export class ConnectionsResolver {
  constructor(
    private readonly useCases: Pick<UseCases, 'listConnections' | 'listDeliveries' | 'deliveryFigures'>,
  ) {}

  @Bound('connector:read')
  @Query(() => [AccountingConnectionObject], {
    description: "The accounting connections of the viewer's public entities.",
  })
  async accountingConnections(@Ctx() context: RequestContext): Promise<AccountingConnectionObject[]> {
    const connections = await this.useCases.listConnections(principalOf(context));
    return connections.map((connection) => new AccountingConnectionObject(connection));
  }

  @FieldResolver(() => StructureObject, { description: 'The public entity whose books it reaches.' })
  async structure(
    @Root() { connection }: AccountingConnectionObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<StructureObject> {
    const recipient = await loaders.recipient.load(connection.recipientId);
    return new StructureObject(connection.recipientId, recipient?.name ?? '', 'publicEntity');
  }

  @FieldResolver(() => DeliveryConnectionObject, {
    description: 'What was sent, what waits, what failed and why; newest first.',
  })
  async deliveries(
    @Root() { connection }: AccountingConnectionObject,
    @Arg('states', () => [DeliveryStateEnum], { nullable: true, description: 'Any of these.' })
    states: DeliveryState[] | null,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<DeliveryConnectionObject> {
    const { recipientId, id: connectionId } = connection;
    return this.page({ recipientId, connectionId, ...given({ states, limit: first, after }) }, context);
  }

  @FieldResolver(() => [DeliveryHourObject], {
    description: 'How it fared in the last hours, one row for each hour, oldest first.',
  })
  async deliveryHours(
    @Root() { connection }: AccountingConnectionObject,
    @Arg('hours', () => Int, {
      nullable: true,
      defaultValue: 48,
      description: 'How many; 168 is the limit.',
    })
    hours: number | null,
    @Ctx() context: RequestContext,
  ): Promise<DeliveryHourObject[]> {
    const command = { connectionId: connection.id, hours: hours ?? 48 };
    const figures = await this.useCases.deliveryFigures(command, principalOf(context));
    if (!figures.ok) throw refusedError(figures.refusal, context.language);
    return figures.value.map((hour) => new DeliveryHourObject(hour));
  }

  @Bound('connector:read')
  @Query(() => DeliveryConnectionObject, {
    name: 'deliveries',
    description: 'What was sent to the accounting systems of one of your public entities; newest first.',
  })
  async allDeliveries(
    @Args(() => DeliveriesArgs) { structureId: recipientId, search, first, ...asked }: DeliveriesArgs,
    @Ctx() context: RequestContext,
  ): Promise<DeliveryConnectionObject> {
    const { connectionId, states, after } = asked;
    const filter = given({ connectionId, states, after, text: search, limit: first });
    return this.page({ recipientId, ...filter }, context);
  }

  private async page(
    command: ListDeliveriesCommand,
    context: RequestContext,
  ): Promise<DeliveryConnectionObject> {
    const page = await followCursor(context, () =>
      this.useCases.listDeliveries(command, principalOf(context)),
    );
    if (!page.ok) throw refusedError(page.refusal, context.language);
    const { deliveries, next, cursors } = page.value;
    const edges = deliveries.map(
      (delivery, index) => new DeliveryEdgeObject(new DeliveryObject(delivery), cursors[index] ?? ''),
    );
    return new DeliveryConnectionObject(edges, new PageInfoObject(next));
  }
}
