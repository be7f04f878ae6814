import type { InvitationShown } from '@parvis/application/people/invitations/answer-invitation';
import type { Invitation } from '@parvis/application/people/invitations/invitation-store';
import type { Role } from '@parvis/domain/access/actor';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { StructureObject } from '../directory/structure.object.js';
import { FormFaultyObject } from '../form/form-fault.object.js';
import { RoleEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { GrantObject } from '../people/grant.object.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { GrantInput } from './member.objects.js';

@ObjectType('Invitation', { description: 'A place kept for whoever receives mail at an address.' })
export class InvitationObject {
  constructor(private readonly invitation: Invitation) {}

  @Field(() => ID, { description: 'Identifier of the invitation.' })
  get id(): string {
    return this.invitation.id;
  }

  @Field(() => String, { description: 'Where the link was sent.' })
  get email(): string {
    return this.invitation.email;
  }

  @Field(() => RoleEnum, { description: 'The role that awaits.' })
  get role(): Role {
    return this.invitation.role;
  }

  @Field(() => [GrantObject], { description: 'The spaces that await a user.' })
  get grants(): GrantObject[] {
    return this.invitation.grants.map((grant) => new GrantObject(grant));
  }

  @Field(() => DateTimeIso, { nullable: true, description: 'When the membership will end by itself.' })
  get until(): Date | null {
    return this.invitation.until ?? null;
  }

  @Field(() => String, { description: 'Who sent it.' })
  get invitedByName(): string {
    return this.invitation.invitedByName;
  }

  @Field(() => DateTimeIso, { description: 'When it was sent.' })
  get invitedAt(): Date {
    return this.invitation.invitedAt;
  }

  @Field(() => DateTimeIso, { description: 'When the link stops working.' })
  get expiresAt(): Date {
    return this.invitation.expiresAt;
  }
}

@ObjectType('InvitationOffer', { description: 'What a link stands for.' })
export class InvitationOfferObject {
  constructor({ invitation, structure }: InvitationShown) {
    this.structureName = structure.name;
    this.email = invitation.email;
    this.invitedByName = invitation.invitedByName;
  }

  @Field(() => String, { description: 'The structure to join.' })
  readonly structureName: string;

  @Field(() => String, { description: 'The address it was sent to: the account that joins bears it.' })
  readonly email: string;

  @Field(() => String, { description: 'Who sent it.' })
  readonly invitedByName: string;
}

@InputType('InviteMemberInput', { description: 'Who is to join a structure, and with which rights.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => String, { description: 'Where the link is sent.' })
  email: string;

  @Field(() => Boolean, { description: 'As deputy manager; as user otherwise.' })
  asDeputy: boolean;

  @Field(() => [GrantInput], { description: 'The spaces of a user.' })
  grants: GrantInput[];

  @Field(() => DateTimeIso, { nullable: true, description: 'When the membership ends by itself.' })
  until?: Date | null;

  @Field(() => String, { description: 'Why; it stays in the history.' })
  reason: string;
}

@ObjectType('InvitationSent', { description: 'The link is on its way, or no longer works.' })
export class InvitationSentObject {
  constructor(invitation: InvitationObject) {
    this.invitation = invitation;
  }

  @Field(() => InvitationObject, { description: 'The invitation.' })
  readonly invitation: InvitationObject;
}

export const InvitationResult = createUnionType({
  name: 'InvitationResult',
  description: 'What came of an act on an invitation.',
  types: () => [InvitationSentObject, FormFaultyObject, ActRefusedObject] as const,
});

@ObjectType('InvitationAccepted', { description: 'The person belongs to the structure now.' })
export class InvitationAcceptedObject {
  constructor(structure: StructureObject) {
    this.structure = structure;
  }

  @Field(() => StructureObject, { description: 'The structure joined.' })
  readonly structure: StructureObject;
}

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'What came of following an invitation.',
  types: () => [InvitationAcceptedObject, ActRefusedObject] as const,
});
