import type { Member } from '@parvis/application/people/membership-store';
import type { Level, Role, Space } from '@parvis/domain/access/actor';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { FormFaultyObject } from '../form/form-fault.object.js';
import { LevelEnum, RoleEnum, SpaceEnum } from '../graphql/enums.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { GrantObject } from '../people/grant.object.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';

@ObjectType('Member', { description: 'A person who belongs to a structure.' })
export class MemberObject {
  constructor(private readonly member: Member) {}

  @Field(() => ID, { description: 'Identifier of the account.' })
  get userId(): string {
    return this.member.userId;
  }

  @Field(() => String, { description: 'The name.' })
  get name(): string {
    return this.member.name;
  }

  @Field(() => String, { description: 'The address used to sign in.' })
  get email(): string {
    return this.member.email;
  }

  @Field(() => RoleEnum, { description: 'The role held there.' })
  get role(): Role {
    return this.member.role;
  }

  @Field(() => [GrantObject], {
    description: 'What a user was given; empty for managers, who hold everything.',
  })
  get grants(): GrantObject[] {
    return this.member.grants.map((grant) => new GrantObject(grant));
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When the membership ends by itself.' })
  get until(): Date | null {
    return this.member.until ?? null;
  }

  @Field(() => DateTimeIso, {
    nullable: true,
    description: 'When the person last signed in; null for never.',
  })
  get lastSignedInAt(): Date | null {
    return this.member.lastSignedInAt ?? null;
  }
}

@ObjectType('MemberEdge', { description: 'A person in a list.' })
export class MemberEdgeObject {
  constructor(node: MemberObject, cursor: string) {
    this.node = node;
    this.cursor = cursor;
  }

  @Field(() => MemberObject, { description: 'The person.' })
  readonly node: MemberObject;

  @Field(() => String, { description: 'Opaque place in the list.' })
  readonly cursor: string;
}

@ObjectType('MemberConnection', { description: 'One page of the people of a structure.' })
export class MemberConnectionObject {
  constructor(edges: MemberEdgeObject[], pageInfo: PageInfoObject) {
    this.edges = edges;
    this.pageInfo = pageInfo;
  }

  @Field(() => [MemberEdgeObject], { description: 'The people of this page.' })
  readonly edges: MemberEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Whether more follow, and from where.' })
  readonly pageInfo: PageInfoObject;
}

@InputType('GrantInput', { description: 'Access to one space of a structure.' })
export class GrantInput {
  @Field(() => SpaceEnum, { description: 'The space.' })
  space: Space;

  @Field(() => LevelEnum, { description: 'How far it goes.' })
  level: Level;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the services it is narrowed to; the whole structure when left out.',
  })
  services?: string[] | null;

  @Field(() => DateTimeIso, { nullable: true, description: 'When it ends by itself.' })
  until?: Date | null;
}

@InputType('ChangeMemberInput', { description: 'What a member holds from now on.' })
export class ChangeMemberInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => ID, { description: 'The person.' })
  userId: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field(() => [GrantInput], { description: 'Of a user; managers hold every space.' })
  grants: GrantInput[];

  @Field(() => DateTimeIso, { nullable: true, description: 'When the membership ends by itself.' })
  until?: Date | null;

  @Field(() => String, { description: 'Why; it stays in the history, and the person reads it.' })
  reason: string;
}

@InputType('MemberActInput', { description: 'An act on a member.' })
export class MemberActInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => ID, { description: 'The person.' })
  userId: string;

  @Field(() => String, { description: 'Why; it stays in the history, and the person reads it.' })
  reason: string;
}

@ObjectType('MemberChanged', { description: 'It holds from now on.' })
export class MemberChangedObject {
  constructor(member: MemberObject) {
    this.member = member;
  }

  @Field(() => MemberObject, {
    description: 'The person as it stands now; of an ended membership, as it stood.',
  })
  readonly member: MemberObject;
}

export const MemberResult = createUnionType({
  name: 'MemberResult',
  description: 'What came of an act on a member.',
  types: () => [MemberChangedObject, FormFaultyObject, ActRefusedObject] as const,
});
