import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Open } from '../access/binding.js';
import { signInSentence } from '../refusals/sign-in-texts.js';
import type { RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { SignedInObject, SignInInput, SignInRefusedObject, SignInResult } from './sign-in.objects.js';
import { ViewerObject } from './viewer.object.js';

@Resolver()
export class SessionResolver {
  constructor(private readonly useCases: Pick<UseCases, 'signIn' | 'signOut'>) {}

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
    description: 'Opens a session: a cookie for browsers, a token for programs.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Address and password.' }) input: SignInInput,
    @Ctx() { session, language }: RequestContext,
  ): Promise<typeof SignInResult> {
    const { email, password } = input;
    const outcome = await this.useCases.signIn({ email, password });
    if (!outcome.ok) {
      return new SignInRefusedObject({
        ...outcome.refusal,
        message: signInSentence(outcome.refusal, language),
      });
    }
    session.open(outcome.value.token, outcome.value.expiresAt);
    return new SignedInObject(outcome.value);
  }

  @Open('ends whatever session there is')
  @Mutation(() => Boolean, { description: 'Ends the session; true even when there was none.' })
  async signOut(@Ctx() { session, token }: RequestContext): Promise<boolean> {
    if (token !== undefined) await this.useCases.signOut(token);
    session.close();
    return true;
  }
}
