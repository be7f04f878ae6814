import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { First } from '../../graphql/page-args.js';
import { refusedError } from '../../refusals/refused-error.js';
import { principalOf, type RequestContext } from '../../request-context.js';
import { AccountingConnectionObject } from '../accounting-connection.object.js';
import { ReconciliationObject } from './reconciliation.object.js';
import type { ReconciliationUseCases } from './reconciliation-use-cases.js';

@Resolver(() => AccountingConnectionObject)
export class ConnectionReconciliationsResolver {
  constructor(private readonly useCases: Pick<ReconciliationUseCases, 'viewReconciliations'>) {}

  @FieldResolver(() => [ReconciliationObject], {
    description: 'The last comparisons with its accounting system, newest first.',
  })
  async reconciliations(
    @Root() { connection }: AccountingConnectionObject,
    @First(5, 50)
    first: number | null,
    @Ctx() context: RequestContext,
  ): Promise<ReconciliationObject[]> {
    const listed = await this.useCases.viewReconciliations.ofConnection(
      { connectionId: connection.id, limit: first ?? 5 },
      principalOf(context),
    );
    if (!listed.ok) throw refusedError(listed.refusal, context.language);
    return listed.value.map((reconciliation) => new ReconciliationObject(reconciliation));
  }
}
