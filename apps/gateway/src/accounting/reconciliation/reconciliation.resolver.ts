import type { Discrepancy, Finding } from '@parvis/application/accounting/reconciliation-store';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Bound } from '../../access/binding.js';
import { given } from '../../given.js';
import { followCursor } from '../../graphql/follow-cursor.js';
import { After, First } from '../../graphql/page-args.js';
import { ActRefusedObject } from '../../refusals/act-refused.object.js';
import { principalOf, type RequestContext } from '../../request-context.js';
import { DiscrepancyObject, DiscrepancyPageObject, ReconciliationObject } from './reconciliation.object.js';
import {
  EngagementsAskedForObject,
  FetchEngagementsResult,
  LookUpThereInput,
  ReconciliationStartedObject,
  StartReconciliationResult,
} from './reconciliation-acts.objects.js';
import { ReconciliationFindingEnum } from './reconciliation-enums.js';
import type { ReconciliationUseCases } from './reconciliation-use-cases.js';

@Resolver(() => ReconciliationObject)
export class ReconciliationResolver {
  constructor(private readonly useCases: ReconciliationUseCases) {}

  @Bound('connector:read')
  @Query(() => ReconciliationObject, {
    nullable: true,
    description: 'One comparison of both sides; null when it is none of your entities’.',
  })
  async reconciliation(
    @Arg('id', () => ID, { description: 'The comparison.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ReconciliationObject | null> {
    const found = await this.useCases.viewReconciliations.one(id, principalOf(context));
    return found ? new ReconciliationObject(found) : null;
  }

  @FieldResolver(() => DiscrepancyPageObject, { description: 'What is not the same on both sides.' })
  async discrepancies(
    @Root() { reconciliation }: ReconciliationObject,
    @Arg('finding', () => ReconciliationFindingEnum, { nullable: true, description: 'Of this kind only.' })
    finding: Finding | null,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<DiscrepancyPageObject> {
    if (finding === 'same') return new DiscrepancyPageObject([], undefined);
    const asked: { finding?: Discrepancy['finding']; limit?: number; after?: string } = given({
      finding,
      limit: first,
      after,
    });
    const page = await followCursor(context, () =>
      this.useCases.viewReconciliations.discrepancies({ reconciliation, ...asked }, principalOf(context)),
    );
    return new DiscrepancyPageObject(
      page.discrepancies.map((discrepancy) => new DiscrepancyObject(discrepancy)),
      page.next,
    );
  }

  @Bound('connector:operate')
  @Mutation(() => StartReconciliationResult, {
    description: 'Compares what was delivered with what stands in the accounting system, now.',
  })
  async startReconciliation(
    @Arg('input', () => LookUpThereInput, { description: 'The connection.' })
    { connectionId, language }: LookUpThereInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartReconciliationResult> {
    const started = await this.useCases.startReconciliation({ connectionId }, principalOf(context));
    return started.ok
      ? new ReconciliationStartedObject(new ReconciliationObject(started.value))
      : new ActRefusedObject(started.refusal, language ?? 'fr');
  }

  @Bound('engagement:manage')
  @Mutation(() => FetchEngagementsResult, {
    description:
      'Reads the engagements of an accounting system now; also takes the right to operate connections.',
  })
  async fetchEngagements(
    @Arg('input', () => LookUpThereInput, { description: 'The connection.' })
    { connectionId, language }: LookUpThereInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof FetchEngagementsResult> {
    const asked = await this.useCases.fetchEngagements({ connectionId }, principalOf(context));
    return asked.ok
      ? new EngagementsAskedForObject(asked.value.name)
      : new ActRefusedObject(asked.refusal, language ?? 'fr');
  }
}
