import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { given } from '../given.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { refusedError } from '../refusals/refused-error.js';
import { principalOf, type RequestContext } from '../request-context.js';
import { AccountingConnectionObject } from './accounting-connection.object.js';
import type { ConnectionUseCases } from './connection-use-cases.js';
import { KeptExchangeConnectionObject } from './exchange.objects.js';

@Resolver(() => AccountingConnectionObject)
export class ConnectionExchangesResolver {
  constructor(private readonly useCases: Pick<ConnectionUseCases, 'listExchanges'>) {}

  @FieldResolver(() => KeptExchangeConnectionObject, {
    nullable: true,
    description:
      'What was said over it about no invoice: checks, and readings of news that failed or told something. Null for those who do not operate it.',
  })
  async exchanges(
    @Root() { connection }: AccountingConnectionObject,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<KeptExchangeConnectionObject | null> {
    const command = { connectionId: connection.id, ...given({ limit: first, after }) };
    const page = await followCursor(context, () =>
      this.useCases.listExchanges(command, principalOf(context)),
    );
    if (page.ok) return new KeptExchangeConnectionObject(page.value);
    if (page.refusal.code === 'not-allowed' || page.refusal.code === 'connection-not-found') return null;
    throw refusedError(page.refusal, context.language);
  }
}
