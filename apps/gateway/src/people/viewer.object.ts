import type { Membership, Person, Role, Side } from '@parvis/domain/access/actor';
import { type Right, rightsOf } from '@parvis/domain/access/rights';
import type { Language } from '@parvis/domain/display/language';
import { Field, ID, ObjectType } from 'type-graphql';
import { StructureObject } from '../directory/structure.object.js';
import { LanguageEnum, RightEnum, RoleEnum, SideEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { GrantObject } from './grant.object.js';

@ObjectType('Membership', { description: 'What a person may do in one structure.' })
export class MembershipObject {
  constructor(private readonly membership: Membership) {}

  @Field(() => StructureObject, { description: 'The structure.' })
  get structure(): StructureObject {
    const { structureId, structureName, side } = this.membership;
    return new StructureObject(structureId, structureName, side);
  }

  @Field(() => SideEnum, { description: 'The side on which the structure stands.' })
  get side(): Side {
    return this.membership.side;
  }

  @Field(() => RoleEnum, { description: 'The role held there.' })
  get role(): Role {
    return this.membership.role;
  }

  @Field(() => [GrantObject], {
    description: 'What a user was given; empty for managers, who hold everything.',
  })
  get grants(): GrantObject[] {
    return this.membership.grants.map((grant) => new GrantObject(grant));
  }

  @Field(() => [RightEnum], { description: 'Everything the viewer may do there.' })
  get rights(): Right[] {
    return rightsOf(this.membership);
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When it ends by itself.' })
  get until(): Date | null {
    return this.membership.until ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Of the holder, when it is held through a mandate.' })
  get mandateHolderName(): string | null {
    return this.membership.mandate?.holderName ?? null;
  }
}

@ObjectType('Viewer', { description: 'The person signed in.' })
export class ViewerObject {
  constructor(private readonly person: Person) {}

  @Field(() => ID, { description: 'Identifier of the account.' })
  get id(): string {
    return this.person.userId;
  }

  @Field(() => String, { description: 'As both sides see it in the history.' })
  get name(): string {
    return this.person.name;
  }

  @Field(() => String, { description: 'The address used to sign in.' })
  get email(): string {
    return this.person.email;
  }

  @Field(() => LanguageEnum, { description: 'The language chosen for screens and messages.' })
  get language(): Language {
    return this.person.language ?? 'fr';
  }

  @Field(() => [MembershipObject], { description: 'The structures this person works for.' })
  get memberships(): MembershipObject[] {
    return this.person.memberships.map((membership) => new MembershipObject(membership));
  }
}
