import type { Membership, Person, Role, Side } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import { Field, ID, ObjectType } from 'type-graphql';
import { StructureObject } from '../directory/structure.object.js';
import { LanguageEnum, RoleEnum, SideEnum } from '../graphql/enums.js';

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
