import {
  type MandateShown,
  type MandateState,
  mandateStates,
} from '@parvis/application/mandates/mandate-store';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { MandateSideEnum, MandateStateEnum } from '../graphql/enums.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import type { PeopleUseCases } from '../members/people-use-cases.js';
import { peopleAnswer, readOrThrow } from '../members/told-people-refusal.js';
import { principalOf, type RequestContext } from '../request-context.js';
import {
  GiveMandateInput,
  MandateChangedObject,
  MandateConnectionObject,
  MandateEdgeObject,
  MandateHolderObject,
  MandateObject,
  MandateResult,
} from './mandate.objects.js';

type Uses = Pick<
  PeopleUseCases,
  'giveMandate' | 'findHolder' | 'answerMandate' | 'revokeMandate' | 'listMandates'
>;

@Resolver()
export class MandatesResolver {
  constructor(private readonly useCases: Uses) {}

  @Bound('mandate:read')
  @Query(() => MandateConnectionObject, {
    description: 'The mandates a structure has given, or those it holds; newest first.',
  })
  async mandates(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('standpoint', () => MandateSideEnum, { description: 'Given, or held.' })
    standpoint: 'client' | 'holder',
    @Arg('states', () => [MandateStateEnum], { nullable: true, description: 'Any of these.' })
    states: MandateState[] | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name of the other side.' })
    search: string | null,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<MandateConnectionObject> {
    const window = given({ search, limit: first, after });
    const command = { structureId, standpoint, states: states ?? mandateStates, ...window };
    const outcome = await followCursor(context, () =>
      this.useCases.listMandates(command, principalOf(context)),
    );
    const { mandates, stuck, cursors, next } = readOrThrow(outcome, context.language);
    const edges = mandates.map(
      (mandate, index) =>
        new MandateEdgeObject(new MandateObject(mandate, stuck.get(mandate.clientId)), cursors[index] ?? ''),
    );
    return new MandateConnectionObject(edges, new PageInfoObject(next));
  }

  @Bound('mandate:give')
  @Query(() => MandateHolderObject, {
    nullable: true,
    description: 'Who would hold a mandate, by SIRET; null when nobody signed up has it.',
  })
  async mandateHolder(
    @Arg('siret', () => String, { description: '14 digits.' }) siret: string,
    @Ctx() context: RequestContext,
  ): Promise<MandateHolderObject | null> {
    const holder = await this.useCases.findHolder(siret, principalOf(context));
    return holder ? new MandateHolderObject(holder) : null;
  }

  @Bound('mandate:give')
  @Mutation(() => MandateResult, { description: 'Offers a mandate; it gives access once accepted.' })
  async giveMandate(
    @Arg('input', () => GiveMandateInput, { description: 'The mandate.' })
    { grants, startsAt, ...input }: GiveMandateInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof MandateResult> {
    const scope = grants.map(({ space, level }) => ({ space, level }));
    const command = { ...input, grants: scope, ...given({ startsAt }) };
    const outcome = await this.useCases.giveMandate(command, principalOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }

  @Bound('mandate:give')
  @Mutation(() => MandateResult, { description: 'A manager of the holder accepts a mandate or declines it.' })
  async answerMandate(
    @Arg('mandateId', () => ID, { description: 'The mandate.' }) mandateId: string,
    @Arg('accepts', () => Boolean, { description: 'Yes or no.' }) accepts: boolean,
    @Ctx() context: RequestContext,
  ): Promise<typeof MandateResult> {
    const outcome = await this.useCases.answerMandate({ mandateId, accepts }, principalOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }

  @Bound('mandate:give')
  @Mutation(() => MandateResult, { description: 'Ends a mandate at once, from either side.' })
  async revokeMandate(
    @Arg('mandateId', () => ID, { description: 'The mandate.' }) mandateId: string,
    @Arg('reason', () => String, { description: 'Why; the other side reads it.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof MandateResult> {
    const outcome = await this.useCases.revokeMandate({ mandateId, reason }, principalOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }
}

const changed = (mandate: MandateShown): MandateChangedObject =>
  new MandateChangedObject(new MandateObject(mandate));
