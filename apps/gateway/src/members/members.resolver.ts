import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Bound, PeopleOnly } from '../access/binding.js';
import { given } from '../given.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { personOf, principalOf, type RequestContext } from '../request-context.js';
import { givenGrants } from './given-grants.js';
import {
  ChangeMemberInput,
  MemberActInput,
  MemberChangedObject,
  MemberConnectionObject,
  MemberEdgeObject,
  MemberObject,
  MemberResult,
} from './member.objects.js';
import type { PeopleUseCases } from './people-use-cases.js';
import { peopleAnswer, readOrThrow } from './told-people-refusal.js';

type Uses = Pick<
  PeopleUseCases,
  'listMembers' | 'changeMember' | 'endMembership' | 'leaveStructure' | 'transferMainManagement'
>;

@Resolver()
export class MembersResolver {
  constructor(private readonly useCases: Uses) {}

  @Bound('person:read')
  @Query(() => MemberConnectionObject, { description: 'Who belongs to a structure, by name.' })
  async members(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name or of an address.' })
    search: string | null,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<MemberConnectionObject> {
    const command = { structureId, ...given({ search, limit: first, after }) };
    const outcome = await followCursor(context, () =>
      this.useCases.listMembers(command, principalOf(context)),
    );
    const { members, cursors, next } = readOrThrow(outcome, context.language);
    const edges = members.map(
      (member, index) => new MemberEdgeObject(new MemberObject(member), cursors[index] ?? ''),
    );
    return new MemberConnectionObject(edges, new PageInfoObject(next));
  }

  @Bound('person:grant')
  @Mutation(() => MemberResult, { description: 'Gives a member another role, other spaces or another end.' })
  async changeMember(
    @Arg('input', () => ChangeMemberInput, { description: 'What holds from now on.' })
    { structureId, userId, role, grants, until, reason }: ChangeMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof MemberResult> {
    const wanted = { structureId, userId, role, grants: givenGrants(grants), reason, ...given({ until }) };
    const outcome = await this.useCases.changeMember(wanted, principalOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }

  @Bound('person:grant')
  @Mutation(() => MemberResult, { description: 'Somebody no longer belongs to a structure, at once.' })
  async endMembership(
    @Arg('input', () => MemberActInput, { description: 'Who, and why.' }) input: MemberActInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof MemberResult> {
    const outcome = await this.useCases.endMembership(input, principalOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }

  @PeopleOnly('nobody is kept: leaving takes no right')
  @Mutation(() => MemberResult, {
    description: 'The person leaves a structure by themselves, at once; the last main manager cannot.',
  })
  async leaveStructure(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof MemberResult> {
    const outcome = await this.useCases.leaveStructure({ structureId }, personOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }

  @Bound('person:appoint')
  @Mutation(() => MemberResult, {
    description: 'The main manager hands over to another member, and becomes a deputy.',
  })
  async transferMainManagement(
    @Arg('input', () => MemberActInput, { description: 'Who takes over, and why.' }) input: MemberActInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof MemberResult> {
    const outcome = await this.useCases.transferMainManagement(input, principalOf(context));
    return peopleAnswer(outcome, context.language, changed);
  }
}

const changed = (member: ConstructorParameters<typeof MemberObject>[0]): MemberChangedObject =>
  new MemberChangedObject(new MemberObject(member));
