import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { PeopleOnly } from '../access/binding.js';
import { given } from '../given.js';
import { personOf, type RequestContext } from '../request-context.js';
import {
  JoinRequestMadeObject,
  JoinRequestObject,
  JoinRequestResult,
  RequestToJoinResult,
} from './join-request.objects.js';
import { requestChanged } from './join-requests.resolver.js';
import type { PeopleUseCases } from './people-use-cases.js';
import { peopleAnswer } from './told-people-refusal.js';

type Uses = Pick<PeopleUseCases, 'requestToJoin' | 'listOwnRequests' | 'withdrawRequest' | 'remindManagers'>;

const OWN = 'people ask for themselves; they hold no right in the structure yet';

/** Requests to join as the person who makes them sees them. */
@Resolver()
export class OwnRequestsResolver {
  constructor(private readonly useCases: Uses) {}

  @PeopleOnly(OWN)
  @Query(() => [JoinRequestObject], {
    description: 'What the person has asked for; newest first, 50 at most.',
  })
  async myJoinRequests(@Ctx() context: RequestContext): Promise<JoinRequestObject[]> {
    const requests = await this.useCases.listOwnRequests(personOf(context));
    return requests.map((request) => new JoinRequestObject(request));
  }

  @PeopleOnly(OWN)
  @Mutation(() => RequestToJoinResult, { description: 'Asks the managers of a structure to be let in.' })
  async requestToJoin(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('message', () => String, { nullable: true, description: 'The managers read it.' })
    message: string | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequestToJoinResult> {
    const command = { structureId, ...given({ message }) };
    const outcome = await this.useCases.requestToJoin(command, personOf(context));
    return peopleAnswer(outcome, context.language, ({ id }) => new JoinRequestMadeObject(id));
  }

  @PeopleOnly(OWN)
  @Mutation(() => JoinRequestResult, { description: 'Takes a request back.' })
  async withdrawJoinRequest(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('requestId', () => ID, { description: 'The request.' }) requestId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof JoinRequestResult> {
    const outcome = await this.useCases.withdrawRequest({ structureId, requestId }, personOf(context));
    return peopleAnswer(outcome, context.language, requestChanged);
  }

  @PeopleOnly(OWN)
  @Mutation(() => JoinRequestResult, { description: 'Tells the managers again; once a day.' })
  async remindJoinRequest(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('requestId', () => ID, { description: 'The request.' }) requestId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof JoinRequestResult> {
    const outcome = await this.useCases.remindManagers({ structureId, requestId }, personOf(context));
    return peopleAnswer(outcome, context.language, requestChanged);
  }
}
