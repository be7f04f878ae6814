import type { DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
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

@Resolver(() => AccountingConnectionObject)
export class ConnectionsResolver {
  constructor(private readonly useCases: Pick<UseCases, 'listConnections' | 'listDeliveries'>) {}

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
    const command = { recipientId, connectionId, ...given({ states, limit: first, after }) };
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
