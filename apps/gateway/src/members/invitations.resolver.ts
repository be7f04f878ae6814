import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Bound, Open, PeopleOnly } from '../access/binding.js';
import { StructureObject } from '../directory/structure.object.js';
import { given } from '../given.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { personOf, principalOf, type RequestContext } from '../request-context.js';
import { givenGrants } from './given-grants.js';
import {
  AcceptInvitationResult,
  InvitationAcceptedObject,
  InvitationObject,
  InvitationOfferObject,
  InvitationResult,
  InvitationSentObject,
  InviteMemberInput,
} from './invitation.objects.js';
import type { PeopleUseCases } from './people-use-cases.js';
import { peopleAnswer, readOrThrow } from './told-people-refusal.js';

type Uses = Pick<
  PeopleUseCases,
  'invite' | 'listInvitations' | 'withdrawInvitation' | 'viewInvitation' | 'acceptInvitation'
>;

@Resolver()
export class InvitationsResolver {
  constructor(private readonly useCases: Uses) {}

  @Bound('person:read')
  @Query(() => [InvitationObject], { description: 'The invitations that wait; a hundred at most.' })
  async invitations(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Ctx() context: RequestContext,
  ): Promise<InvitationObject[]> {
    const outcome = await this.useCases.listInvitations(structureId, principalOf(context));
    return readOrThrow(outcome, context.language).map((invitation) => new InvitationObject(invitation));
  }

  @Open('whoever follows a link has no session yet; the token is the key')
  @Query(() => InvitationOfferObject, {
    nullable: true,
    description: 'What a link stands for; null when it no longer works.',
  })
  async invitation(
    @Arg('token', () => String, { description: 'As the link has it.' }) token: string,
  ): Promise<InvitationOfferObject | null> {
    const found = await this.useCases.viewInvitation(token);
    return found ? new InvitationOfferObject(found) : null;
  }

  @Bound('person:grant')
  @Mutation(() => InvitationResult, {
    description: 'Sends a link by which its receiver joins the structure.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Who, and with which rights.' })
    { structureId, email, asDeputy, grants, until, reason }: InviteMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof InvitationResult> {
    const role = asDeputy ? ('deputyManager' as const) : ('user' as const);
    const command = { structureId, email, role, grants: givenGrants(grants), reason, ...given({ until }) };
    const outcome = await this.useCases.invite(command, principalOf(context));
    return peopleAnswer(outcome, context.language, sent);
  }

  @Bound('person:grant')
  @Mutation(() => InvitationResult, { description: 'The link stops working.' })
  async withdrawInvitation(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('invitationId', () => ID, { description: 'The invitation.' }) invitationId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof InvitationResult> {
    const outcome = await this.useCases.withdrawInvitation(
      { structureId, invitationId },
      principalOf(context),
    );
    return peopleAnswer(outcome, context.language, sent);
  }

  @PeopleOnly('a person joins; a program belongs to one structure already')
  @Mutation(() => AcceptInvitationResult, { description: 'The person signed in joins the structure.' })
  async acceptInvitation(
    @Arg('token', () => String, { description: 'As the link has it.' }) token: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof AcceptInvitationResult> {
    const outcome = await this.useCases.acceptInvitation(token, personOf(context));
    if (outcome.ok) {
      const { structureId, name, side } = outcome.value;
      return new InvitationAcceptedObject(new StructureObject(structureId, name, side));
    }
    if (outcome.refusal.code === 'form-faulty') throw new TypeError('a link has no form');
    return new ActRefusedObject(outcome.refusal, context.language);
  }
}

const sent = (invitation: ConstructorParameters<typeof InvitationObject>[0]): InvitationSentObject =>
  new InvitationSentObject(new InvitationObject(invitation));
