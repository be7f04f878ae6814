import type { SignedIn } from '@parvis/application/people/sign-in';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Open } from '../access/binding.js';
import { type ProtectionRefusal, protectionSentence } from '../refusals/protection-texts.js';
import { signInSentence } from '../refusals/sign-in-texts.js';
import type { RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { toFactorAnswer } from './factor-answer.js';
import {
  ConfirmSecondFactorInput,
  SecondFactorRequiredObject,
  SignedInObject,
  SignInInput,
  SignInRefusedObject,
  SignInResult,
  SignInWithPasskeyInput,
} from './sign-in.objects.js';
import { ViewerObject } from './viewer.object.js';

@Resolver()
export class SessionResolver {
  constructor(
    private readonly useCases: Pick<
      UseCases,
      'signIn' | 'signOut' | 'confirmSecondFactor' | 'signInWithPasskey'
    >,
  ) {}

  @Open('tells a stranger that nobody is signed in')
  @Query(() => ViewerObject, {
    nullable: true,
    description: 'The person signed in; null for a stranger and for programs.',
  })
  viewer(@Ctx() { principal }: RequestContext): ViewerObject | null {
    return principal?.kind === 'person' ? new ViewerObject(principal) : null;
  }

  @Open('signing in is how one stops being a stranger')
  @Mutation(() => SignInResult, {
    description:
      'Opens a session: a cookie for browsers, a token for programs. Asks for the second factor of whoever has one.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Address and password.' }) input: SignInInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInResult> {
    const { email, password } = input;
    const outcome = await this.useCases.signIn({ email, password, device: context.device });
    if (outcome.ok) return open(outcome.value, context);
    const { refusal } = outcome;
    if (refusal.code === 'second-factor-required') return new SecondFactorRequiredObject(refusal);
    const message = signInSentence(refusal, context.language);
    return new SignInRefusedObject({ ...refusal, message });
  }

  @Open('the second step of signing in')
  @Mutation(() => SignInResult, { description: 'Opens the session with the second factor.' })
  async confirmSecondFactor(
    @Arg('input', () => ConfirmSecondFactorInput, { description: 'The challenge and the factor.' })
    { challenge, factor }: ConfirmSecondFactorInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInResult> {
    const outcome = await this.useCases.confirmSecondFactor({
      challenge,
      factor: toFactorAnswer(factor),
      device: context.device,
    });
    return outcome.ok ? open(outcome.value, context) : refused(outcome.refusal, context);
  }

  @Open('a passkey is another way to stop being a stranger')
  @Mutation(() => SignInResult, {
    description: 'Opens a session with a passkey alone, which is two factors in one.',
  })
  async signInWithPasskey(
    @Arg('input', () => SignInWithPasskeyInput, { description: 'What the browser answered.' })
    { challenge, answer }: SignInWithPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInResult> {
    const outcome = await this.useCases.signInWithPasskey({ challenge, answer, device: context.device });
    return outcome.ok ? open(outcome.value, context) : refused(outcome.refusal, context);
  }

  @Open('ends whatever session there is')
  @Mutation(() => Boolean, { description: 'Ends the session; true even when there was none.' })
  async signOut(@Ctx() { session, token }: RequestContext): Promise<boolean> {
    if (token !== undefined) await this.useCases.signOut(token);
    session.close();
    return true;
  }
}

const open = (signedIn: SignedIn, { session }: RequestContext): SignedInObject => {
  session.open(signedIn.token, signedIn.expiresAt);
  return new SignedInObject(signedIn);
};

const refused = (refusal: ProtectionRefusal, { language }: RequestContext): SignInRefusedObject =>
  new SignInRefusedObject({ ...refusal, message: protectionSentence(refusal, language) });
