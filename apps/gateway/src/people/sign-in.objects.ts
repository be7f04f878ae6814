import type { Person } from '@parvis/domain/access/actor';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { DateTimeIso } from '../graphql/scalars.js';
import { ViewerObject } from './viewer.object.js';

@InputType('SignInInput', { description: 'What a person signs in with.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  email: string;

  @Field(() => String, { description: 'Password of the account.' })
  password: string;
}

@ObjectType('SignedIn', { description: 'The session is open.' })
export class SignedInObject {
  constructor(opened: { readonly person: Person; readonly token: string; readonly expiresAt: Date }) {
    this.viewer = new ViewerObject(opened.person);
    this.token = opened.token;
    this.expiresAt = opened.expiresAt;
  }

  @Field(() => ViewerObject, { description: 'The person now signed in.' })
  readonly viewer: ViewerObject;

  @Field(() => String, {
    description: 'For programs: send it as `Authorization: Bearer …`. Browsers use the cookie.',
  })
  readonly token: string;

  @Field(() => DateTimeIso, { description: 'When the session ends by itself.' })
  readonly expiresAt: Date;
}

@ObjectType('SignInRefused', { description: 'No session was opened.' })
export class SignInRefusedObject {
  constructor(refusal: { readonly code: string; readonly message: string; readonly retryAt?: Date }) {
    this.code = refusal.code;
    this.message = refusal.message;
    this.retryAt = refusal.retryAt ?? null;
  }

  @Field(() => String, { description: '`credentials-refused` or `too-many-tries`.' })
  readonly code: string;

  @Field(() => String, { description: 'The reason and the next step, in words.' })
  readonly message: string;

  @Field(() => DateTimeIso, { nullable: true, description: 'Set when there were too many tries.' })
  readonly retryAt: Date | null;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What came of signing in.',
  types: () => [SignedInObject, SignInRefusedObject] as const,
});
