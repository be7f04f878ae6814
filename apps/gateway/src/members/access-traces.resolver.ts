import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { principalOf, type RequestContext } from '../request-context.js';
import {
  AccessTraceConnectionObject,
  AccessTraceEdgeObject,
  AccessTraceObject,
} from './access-trace.objects.js';
import type { PeopleUseCases } from './people-use-cases.js';
import { readOrThrow } from './told-people-refusal.js';

@Resolver()
export class AccessTracesResolver {
  constructor(private readonly useCases: Pick<PeopleUseCases, 'listTraces'>) {}

  @Bound('person:read')
  @Query(() => AccessTraceConnectionObject, {
    description: 'Who gave what to whom, when and why; newest first.',
  })
  async accessTraces(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<AccessTraceConnectionObject> {
    const command = { structureId, ...given({ limit: first, after }) };
    const outcome = await followCursor(context, () =>
      this.useCases.listTraces(command, principalOf(context)),
    );
    const { entries, cursors, next } = readOrThrow(outcome, context.language);
    const edges = entries.map(
      (entry, index) => new AccessTraceEdgeObject(new AccessTraceObject(entry), cursors[index] ?? ''),
    );
    return new AccessTraceConnectionObject(edges, new PageInfoObject(next));
  }
}
