import type { PasskeyOccasion } from '@parvis/application/people/factors/ask-passkey';
import type { ProveAgainCommand } from '@parvis/application/people/factors/prove-again';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Open, PeopleOnly } from '../../access/binding.js';
import { personOf, type RequestContext } from '../../request-context.js';
import type { UseCases } from '../../use-cases.js';
import { toFactorAnswer } from '../factor-answer.js';
import {
  PasskeyQuestionObject,
  PasskeyQuestionResult,
  ProofResult,
  ProtectionRefusedObject,
  ProveAgainInput,
  ProvedObject,
} from './protection.objects.js';

/** Proving who one is, with a passkey or anew. */
@Resolver()
export class ProofResolver {
  constructor(private readonly useCases: Pick<UseCases, 'askPasskey' | 'proveAgain'>) {}

  @Open('a passkey signs in, too; the question tells nothing of who has one')
  @Mutation(() => PasskeyQuestionResult, {
    description:
      'What the browser is to ask the device: to sign in, for a second step when its challenge is given, or to prove again who is signed in.',
  })
  async askPasskey(
    @Arg('challenge', () => String, { nullable: true, description: 'Of `SecondFactorRequired`.' })
    challenge: string | null,
    @Ctx() { principal, token, language, device }: RequestContext,
  ): Promise<typeof PasskeyQuestionResult> {
    const occasion: PasskeyOccasion = challenge
      ? { kind: 'secondFactor', challenge }
      : principal?.kind === 'person' && token !== undefined
        ? { kind: 'proof', token }
        : { kind: 'signIn', device };
    const asked = await this.useCases.askPasskey(occasion);
    return asked.ok
      ? new PasskeyQuestionObject(asked.value)
      : new ProtectionRefusedObject(asked.refusal, language);
  }

  @PeopleOnly('who is signed in proves it again before what is delicate')
  @Mutation(() => ProofResult, {
    description: 'Proves who one is; what is delicate is open for ten minutes.',
  })
  async proveAgain(
    @Arg('input', () => ProveAgainInput, { description: 'The proof.' }) input: ProveAgainInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProofResult> {
    const { password, factor, challenge } = input;
    const command: ProveAgainCommand = {
      token: context.token ?? '',
      proof: factor ? toFactorAnswer(factor) : { method: 'password', password: password ?? '' },
      ...(challenge ? { challenge } : {}),
    };
    const proved = await this.useCases.proveAgain(command, personOf(context));
    if (!proved.ok) return new ProtectionRefusedObject(proved.refusal, context.language);
    context.session.open(proved.value.token, proved.value.expiresAt);
    return new ProvedObject(proved.value);
  }
}
