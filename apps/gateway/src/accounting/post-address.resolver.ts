import { may } from '@parvis/domain/access/rights';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { principalOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { AccountingConnectionObject } from './accounting-connection.object.js';

/** How the system behind a connection reaches us. */
@Resolver(() => AccountingConnectionObject)
export class PostAddressResolver {
  constructor(private readonly useCases: Pick<UseCases, 'postAddressOf' | 'newsTokenOf'>) {}

  @FieldResolver(() => String, {
    description: 'Where the system posts its signed messages, and says that there is news.',
  })
  postAddress(@Root() { connection }: AccountingConnectionObject): string {
    return this.useCases.postAddressOf(connection.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Sent as `Authorization: Bearer` to `postAddress`, it has us read the news at once; it opens nothing else. Null for who may not operate the connection.',
  })
  newsToken(
    @Root() { connection }: AccountingConnectionObject,
    @Ctx() context: RequestContext,
  ): string | null {
    const operates = may(principalOf(context), 'connector:operate', connection.recipientId);
    return operates ? this.useCases.newsTokenOf(connection.id) : null;
  }
}
