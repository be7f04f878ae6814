import { type JoinRequestState, joinRequestStates } from '@parvis/application/people/join-requests';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { JoinRequestStateEnum } from '../graphql/enums.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { principalOf, type RequestContext } from '../request-context.js';
import { givenGrants } from './given-grants.js';
import {
  ApproveJoinRequestInput,
  JoinRequestChangedObject,
  JoinRequestConnectionObject,
  JoinRequestEdgeObject,
  JoinRequestObject,
  JoinRequestResult,
} from './join-request.objects.js';
import type { PeopleUseCases } from './people-use-cases.js';
import { peopleAnswer, readOrThrow } from './told-people-refusal.js';

type Uses = Pick<PeopleUseCases, 'listRequests' | 'openRequest' | 'approveRequest' | 'refuseRequest'>;

/** Requests to join as managers see them. */
@Resolver()
export class JoinRequestsResolver {
  constructor(private readonly useCases: Uses) {}

  @Bound('person:read')
  @Query(() => JoinRequestConnectionObject, {
    description: 'Who asks to belong to a structure; oldest first.',
  })
  async joinRequests(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('states', () => [JoinRequestStateEnum], { nullable: true, description: 'Any of these.' })
    states: JoinRequestState[] | null,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<JoinRequestConnectionObject> {
    const command = { structureId, states: states ?? joinRequestStates, ...given({ limit: first, after }) };
    const outcome = await followCursor(context, () =>
      this.useCases.listRequests(command, principalOf(context)),
    );
    const { requests, cursors, next, waiting } = readOrThrow(outcome, context.language);
    const edges = requests.map(
      (request, index) => new JoinRequestEdgeObject(new JoinRequestObject(request), cursors[index] ?? ''),
    );
    return new JoinRequestConnectionObject(edges, new PageInfoObject(next), waiting);
  }

  @Bound('person:grant')
  @Mutation(() => JoinRequestResult, {
    description: 'Marks a request as seen; the first to look is remembered.',
  })
  async openJoinRequest(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('requestId', () => ID, { description: 'The request.' }) requestId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof JoinRequestResult> {
    const outcome = await this.useCases.openRequest({ structureId, requestId }, principalOf(context));
    return peopleAnswer(outcome, context.language, requestChanged);
  }

  @Bound('person:grant')
  @Mutation(() => JoinRequestResult, { description: 'Lets the person in.' })
  async approveJoinRequest(
    @Arg('input', () => ApproveJoinRequestInput, { description: 'With which rights.' })
    { structureId, requestId, role, grants, until, reason }: ApproveJoinRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof JoinRequestResult> {
    const wanted = { structureId, requestId, role, grants: givenGrants(grants), ...given({ until, reason }) };
    const outcome = await this.useCases.approveRequest(wanted, principalOf(context));
    return peopleAnswer(outcome, context.language, requestChanged);
  }

  @Bound('person:grant')
  @Mutation(() => JoinRequestResult, { description: 'Refuses a request; the person reads why.' })
  async refuseJoinRequest(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('requestId', () => ID, { description: 'The request.' }) requestId: string,
    @Arg('reason', () => String, { description: 'The person reads it.' }) reason: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof JoinRequestResult> {
    const outcome = await this.useCases.refuseRequest(
      { structureId, requestId, reason },
      principalOf(context),
    );
    return peopleAnswer(outcome, context.language, requestChanged);
  }
}

export const requestChanged = (
  request: ConstructorParameters<typeof JoinRequestObject>[0],
): JoinRequestChangedObject => new JoinRequestChangedObject(new JoinRequestObject(request));
