import type { InvitedSignedUp } from '@parvis/application/people/invitations/sign-up-invited';
import type { SignUpConfirmed } from '@parvis/application/people/sign-up/confirm-sign-up';
import type { EnteredStructure } from '@parvis/application/people/sign-up/enter-structure';
import type { Side } from '@parvis/domain/access/actor';
import type { IdentifierType } from '@parvis/domain/directory/structure-identifier';
import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { StructureObject } from '../directory/structure.object.js';
import {
  IdentifierTypeEnum,
  LanguageEnum,
  SideEnum,
  SignUpOutcomeEnum,
  SignUpStructureEnum,
} from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { ViewerObject } from '../people/viewer.object.js';
import { AccountRefusedObject } from './account-refused.object.js';

export type SignUpStructureKind =
  | 'existing'
  | 'closed'
  | 'new'
  | 'ofPublicEntity'
  | 'unknownEntity'
  | 'malformed'
  | 'tooMany';

@ObjectType('StructureForSignUp', { description: 'What will come of signing up with an identifier.' })
export class StructureForSignUpObject {
  constructor(found: {
    readonly kind: SignUpStructureKind;
    readonly name?: string;
    readonly message: string;
  }) {
    this.kind = found.kind;
    this.name = found.name ?? null;
    this.message = found.message;
  }

  @Field(() => SignUpStructureEnum, { description: 'What stands behind the identifier.' })
  readonly kind: SignUpStructureKind;

  @Field(() => String, { nullable: true, description: 'Of the structure there is.' })
  readonly name: string | null;

  @Field(() => String, { description: 'The same in words.' })
  readonly message: string;
}

@InputType('NewStructureInput', { description: 'A structure nobody has registered.' })
export class NewStructureInput {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'Number and street.' })
  street: string;

  @Field(() => String, { description: 'Post code, 5 digits.' })
  postCode: string;

  @Field(() => String, { description: 'Town.' })
  town: string;
}

@InputType('SignUpInput', { description: 'A person, and the structure they come for.' })
export class SignUpInput {
  @Field(() => SideEnum, { description: 'On which side the structure stands.' })
  side: Side;

  @Field(() => IdentifierTypeEnum, {
    nullable: true,
    description: 'What identifies the structure; a SIRET when left out. Public entities have one.',
  })
  identifierType?: IdentifierType | null;

  @Field(() => String, { description: 'The identifier, as typed.' })
  identifier: string;

  @Field(() => NewStructureInput, {
    nullable: true,
    description: 'Needed when nobody has registered the structure.',
  })
  structure?: NewStructureInput | null;

  @Field(() => String, { description: 'E-mail address; a code is sent there.' })
  email: string;

  @Field(() => String, { description: 'First name and name, as others will see them.' })
  name: string;

  @Field(() => String, { description: '12 characters at least; a sentence is fine.' })
  password: string;

  @Field(() => LanguageEnum, { description: 'For screens and messages.' })
  language: Language;
}

@ObjectType('SignUpStarted', {
  description:
    'A message is on its way to the address. The answer is the same when it has an account already.',
})
export class SignUpStartedObject {
  constructor(
    started: { readonly signUpId: string; readonly email: string; readonly codeExpiresAt: Date },
    mailbox: string | undefined,
  ) {
    this.demonstrationMailbox = mailbox ?? null;
    this.signUpId = started.signUpId;
    this.email = started.email;
    this.codeExpiresAt = started.codeExpiresAt;
  }

  @Field(() => String, { description: 'A secret: whoever holds it may give the code.' })
  readonly signUpId: string;

  @Field(() => String, { description: 'Where the message goes.' })
  readonly email: string;

  @Field(() => DateTimeIso, { description: 'Until when the code holds.' })
  readonly codeExpiresAt: Date;

  @Field(() => String, { nullable: true, description: 'Where a demonstration shows its messages.' })
  readonly demonstrationMailbox: string | null;
}

export const SignUpResult = createUnionType({
  name: 'SignUpResult',
  description: 'What came of beginning to sign up.',
  types: () => [SignUpStartedObject, AccountRefusedObject] as const,
});

@InputType('ConfirmSignUpInput', {
  description:
    'What proves the address: the code, or the link. The link alone does not: it comes with the secret of the sign-up, or with the password.',
})
export class ConfirmSignUpInput {
  @Field(() => String, { nullable: true, description: 'The secret that beginning to sign up gave.' })
  signUpId?: string | null;

  @Field(() => String, { nullable: true, description: 'The six digits of the message.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'What stands behind the # of the link.' })
  link?: string | null;

  @Field(() => String, { nullable: true, description: 'The password chosen, where the secret is not known.' })
  password?: string | null;
}

@ObjectType('SignUpConfirmed', { description: 'The account is there and its session open.' })
export class SignUpConfirmedObject {
  constructor({ person, token, expiresAt, entered }: SignUpConfirmed) {
    this.viewer = new ViewerObject(person);
    this.token = token;
    this.expiresAt = expiresAt;
    this.outcome = entered.kind;
    this.structureName = 'structureName' in entered ? entered.structureName : null;
  }

  @Field(() => ViewerObject, { description: 'The person now signed in.' })
  readonly viewer: ViewerObject;

  @Field(() => String, { description: 'For programs: send it as `Authorization: Bearer …`.' })
  readonly token: string;

  @Field(() => DateTimeIso, { description: 'When the session ends by itself.' })
  readonly expiresAt: Date;

  @Field(() => SignUpOutcomeEnum, { description: 'How the person stands to the structure.' })
  readonly outcome: EnteredStructure['kind'];

  @Field(() => String, { nullable: true, description: 'Name of the structure.' })
  readonly structureName: string | null;
}

export const ConfirmSignUpResult = createUnionType({
  name: 'ConfirmSignUpResult',
  description: 'What came of confirming.',
  types: () => [SignUpConfirmedObject, AccountRefusedObject] as const,
});

@ObjectType('SignUpCodeSent', { description: 'Another message is on its way; what came before is void.' })
export class SignUpCodeSentObject {
  constructor(sent: { readonly codeExpiresAt: Date }) {
    this.codeExpiresAt = sent.codeExpiresAt;
  }

  @Field(() => DateTimeIso, { description: 'Until when the code holds.' })
  readonly codeExpiresAt: Date;
}

export const ResendSignUpCodeResult = createUnionType({
  name: 'ResendSignUpCodeResult',
  description: 'What came of asking for another message.',
  types: () => [SignUpCodeSentObject, AccountRefusedObject] as const,
});

@InputType('SignUpInvitedInput', { description: 'Who follows an invitation and has no account yet.' })
export class SignUpInvitedInput {
  @Field(() => String, { description: 'As the link has it.' })
  token: string;

  @Field(() => String, { description: 'First name and name, as others will see them.' })
  name: string;

  @Field(() => String, { description: '12 characters at least; a sentence is fine.' })
  password: string;

  @Field(() => LanguageEnum, { description: 'For screens and messages.' })
  language: Language;
}

@ObjectType('InvitedSignedUp', {
  description: 'The account is there, belongs to the structure, and its session is open.',
})
export class InvitedSignedUpObject {
  constructor({ person, token, expiresAt, structure }: InvitedSignedUp) {
    this.viewer = new ViewerObject(person);
    this.token = token;
    this.expiresAt = expiresAt;
    this.structure = new StructureObject(structure.structureId, structure.name, structure.side);
  }

  @Field(() => ViewerObject, { description: 'The person now signed in.' })
  readonly viewer: ViewerObject;

  @Field(() => String, { description: 'For programs: send it as `Authorization: Bearer …`.' })
  readonly token: string;

  @Field(() => DateTimeIso, { description: 'When the session ends by itself.' })
  readonly expiresAt: Date;

  @Field(() => StructureObject, { description: 'The structure joined.' })
  readonly structure: StructureObject;
}

export const SignUpInvitedResult = createUnionType({
  name: 'SignUpInvitedResult',
  description: 'What came of signing up by an invitation.',
  types: () => [InvitedSignedUpObject, AccountRefusedObject] as const,
});
