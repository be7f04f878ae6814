import type { FactorMethod } from '@parvis/application/people/factors/factor-methods';
import type { SecondFactorRequired, SignedIn } from '@parvis/application/people/sign-in';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { FactorMethodEnum } from '../graphql/enums.js';
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
  constructor(opened: Pick<SignedIn, 'person' | 'token' | 'expiresAt' | 'mustProtectAgain'>) {
    this.viewer = new ViewerObject(opened.person);
    this.token = opened.token;
    this.expiresAt = opened.expiresAt;
    this.mustProtectAgain = opened.mustProtectAgain ?? false;
  }

  @Field(() => ViewerObject, { description: 'The person now signed in.' })
  readonly viewer: ViewerObject;

  @Field(() => String, {
    description: 'For programs: send it as `Authorization: Bearer …`. Browsers use the cookie.',
  })
  readonly token: string;

  @Field(() => DateTimeIso, { description: 'When the session ends by itself.' })
  readonly expiresAt: Date;

  @Field(() => Boolean, {
    description: 'The second factors were removed for whoever lost them, and none was set since.',
  })
  readonly mustProtectAgain: boolean;
}

@ObjectType('SignInRefused', { description: 'No session was opened.' })
export class SignInRefusedObject {
  constructor(refusal: { readonly code: string; readonly message: string; readonly retryAt?: Date }) {
    this.code = refusal.code;
    this.message = refusal.message;
    this.retryAt = refusal.retryAt ?? null;
  }

  @Field(() => String, {
    description:
      '`credentials-refused`, `too-many-tries`, and for a second step `code-refused`, `passkey-refused` or `challenge-over`.',
  })
  readonly code: string;

  @Field(() => String, { description: 'The reason and the next step, in words.' })
  readonly message: string;

  @Field(() => DateTimeIso, { nullable: true, description: 'Set when there were too many tries.' })
  readonly retryAt: Date | null;
}

@ObjectType('SecondFactorRequired', {
  description: 'The password is right; a second factor opens the session.',
})
export class SecondFactorRequiredObject {
  constructor({ challenge, methods, expiresAt }: SecondFactorRequired) {
    this.challenge = challenge;
    this.methods = [...methods];
    this.expiresAt = expiresAt;
  }

  @Field(() => String, { description: 'For `confirmSecondFactor`; good for one session.' })
  readonly challenge: string;

  @Field(() => [FactorMethodEnum], { description: 'What this person may give.' })
  readonly methods: FactorMethod[];

  @Field(() => DateTimeIso, { description: 'When one has to begin again.' })
  readonly expiresAt: Date;
}

@InputType('SecondFactorInput', { description: 'One second factor.' })
export class SecondFactorInput {
  @Field(() => FactorMethodEnum, { description: 'Which of them it is.' })
  method: FactorMethod;

  @Field(() => String, {
    description: 'The code, or for a passkey the JSON text that the browser answered.',
  })
  answer: string;
}

@InputType('ConfirmSecondFactorInput', { description: 'The second step of signing in.' })
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'Of `SecondFactorRequired`.' })
  challenge: string;

  @Field(() => SecondFactorInput, { description: 'The factor.' })
  factor: SecondFactorInput;
}

@InputType('SignInWithPasskeyInput', { description: 'What a browser answered for a passkey.' })
export class SignInWithPasskeyInput {
  @Field(() => String, { description: 'Of `askPasskey`.' })
  challenge: string;

  @Field(() => String, { description: 'JSON text.' })
  answer: string;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What came of signing in.',
  types: () => [SignedInObject, SecondFactorRequiredObject, SignInRefusedObject] as const,
});
