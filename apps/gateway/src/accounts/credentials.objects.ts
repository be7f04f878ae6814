import type { Side } from '@parvis/domain/access/actor';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { SideEnum } from '../graphql/enums.js';
import { AccountRefusedObject } from './account-refused.object.js';

@InputType('RequestPasswordResetInput', { description: 'Whose password is forgotten.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  email: string;

  @Field(() => SideEnum, { description: 'The app the link leads to.' })
  side: Side;
}

@InputType('ResetPasswordInput', { description: 'A new password, by a mailed link.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  link: string;

  @Field(() => String, { description: '12 characters at least; a sentence is fine.' })
  password: string;

  @Field(() => SideEnum, { description: 'The app the messages lead to.' })
  side: Side;
}

@InputType('ChangePasswordInput', { description: 'A new password in place of the current one.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The current password.' })
  current: string;

  @Field(() => String, { description: '12 characters at least; a sentence is fine.' })
  password: string;

  @Field(() => SideEnum, { description: 'The app the messages lead to.' })
  side: Side;
}

@InputType('RequestEmailChangeInput', { description: 'Another address for the account.' })
export class RequestEmailChangeInput {
  @Field(() => String, { description: 'The new address; a link is sent there.' })
  email: string;

  @Field(() => String, { description: 'The current password.' })
  current: string;

  @Field(() => SideEnum, { description: 'The app the messages lead to.' })
  side: Side;
}

@InputType('ConfirmEmailChangeInput', { description: 'Proves a new address.' })
export class ConfirmEmailChangeInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  link: string;

  @Field(() => SideEnum, { description: 'The app the messages lead to.' })
  side: Side;
}

@ObjectType('AccountActDone', { description: 'Done; or, where a message proves it, the message is sent.' })
export class AccountActDoneObject {
  constructor(email?: string) {
    this.email = email ?? null;
  }

  @Field(() => String, { nullable: true, description: 'The address it is about.' })
  readonly email: string | null;
}

export const AccountActResult = createUnionType({
  name: 'AccountActResult',
  description: 'What came of an act on an account.',
  types: () => [AccountActDoneObject, AccountRefusedObject] as const,
});
