import type { ConfirmationProof } from '@parvis/application/people/sign-up/confirm-sign-up';
import type { Side } from '@parvis/domain/access/actor';
import type { IdentifierType } from '@parvis/domain/directory/structure-identifier';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Open } from '../access/binding.js';
import { IdentifierTypeEnum, SideEnum } from '../graphql/enums.js';
import type { RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { AccountRefusedObject } from './account-refused.object.js';
import { structureSentence } from './account-texts.js';
import {
  ConfirmSignUpInput,
  ConfirmSignUpResult,
  InvitedSignedUpObject,
  ResendSignUpCodeResult,
  SignUpCodeSentObject,
  SignUpConfirmedObject,
  SignUpInput,
  SignUpInvitedInput,
  SignUpInvitedResult,
  SignUpResult,
  SignUpStartedObject,
  StructureForSignUpObject,
} from './sign-up.objects.js';

type SignUpUseCases = Pick<
  UseCases,
  | 'demonstrationMailbox'
  | 'structureForSignUp'
  | 'signUp'
  | 'signUpInvited'
  | 'confirmSignUp'
  | 'resendConfirmation'
>;

const noStructure = { name: '', street: '', postCode: '', town: '' };

@Resolver()
export class SignUpResolver {
  constructor(private readonly useCases: SignUpUseCases) {}

  @Open('a newcomer is told what will come of it before giving anything else')
  @Query(() => StructureForSignUpObject, {
    description: 'What will come of signing up with a SIRET. Throttled by network.',
  })
  async structureForSignUp(
    @Arg('side', () => SideEnum, { description: 'On which side the structure stands.' }) side: Side,
    @Arg('identifier', () => String, { description: 'As typed.' }) identifier: string,
    @Arg('identifierType', () => IdentifierTypeEnum, {
      nullable: true,
      defaultValue: 'SIRET',
      description: 'What identifies the structure; a SIRET when left out.',
    })
    identifierType: IdentifierType,
    @Ctx() { device, language }: RequestContext,
  ): Promise<StructureForSignUpObject> {
    const { networkAddress } = device;
    const said = await this.useCases.structureForSignUp({
      side,
      identifierType,
      identifier,
      ...(networkAddress ? { networkAddress } : {}),
    });
    const found = said.ok ? said.value : ({ kind: 'tooMany' } as const);
    return new StructureForSignUpObject({
      ...found,
      message: structureSentence(found, identifier, language),
    });
  }

  @Open('signing up is how a stranger gets an account; throttled by address and by network')
  @Mutation(() => SignUpResult, {
    description: 'Begins an account and sends a code and a link to its address.',
  })
  async signUp(
    @Arg('input', () => SignUpInput, { description: 'The person and the structure.' })
    { structure, side, identifierType, identifier, email, name, password, language: chosen }: SignUpInput,
    @Ctx() { device, language }: RequestContext,
  ): Promise<typeof SignUpResult> {
    const { networkAddress } = device;
    const outcome = await this.useCases.signUp({
      ...{
        side,
        identifierType: identifierType ?? 'SIRET',
        identifier,
        email,
        name,
        password,
        language: chosen,
      },
      structure: structure ?? noStructure,
      ...(networkAddress ? { networkAddress } : {}),
    });
    return outcome.ok
      ? new SignUpStartedObject(outcome.value, this.useCases.demonstrationMailbox)
      : new AccountRefusedObject(outcome.refusal, language);
  }

  @Open('whoever confirms has no account yet; codes and links are guessed five times at most')
  @Mutation(() => ConfirmSignUpResult, {
    description: 'Proves the address: makes the account, enters the structure and opens a session.',
  })
  async confirmSignUp(
    @Arg('input', () => ConfirmSignUpInput, { description: 'What proves the address.' })
    input: ConfirmSignUpInput,
    @Ctx() { device, language, session }: RequestContext,
  ): Promise<typeof ConfirmSignUpResult> {
    const proof = proofIn(input);
    if (!proof) return new AccountRefusedObject({ code: 'proof-missing' }, language);
    const outcome = await this.useCases.confirmSignUp(proof, device);
    if (!outcome.ok) return new AccountRefusedObject(outcome.refusal, language);
    session.open(outcome.value.token, outcome.value.expiresAt);
    return new SignUpConfirmedObject(outcome.value);
  }

  @Open('whoever follows an invitation has no account yet; the token is the key, throttled by network')
  @Mutation(() => SignUpInvitedResult, {
    description: 'Makes an account for the address an invitation was sent to; it joins the structure.',
  })
  async signUpInvited(
    @Arg('input', () => SignUpInvitedInput, { description: 'The link and the person.' })
    { token, name, password, language: chosen }: SignUpInvitedInput,
    @Ctx() { device, language, session }: RequestContext,
  ): Promise<typeof SignUpInvitedResult> {
    const command = { token, name, password, language: chosen };
    const outcome = await this.useCases.signUpInvited(command, device);
    if (!outcome.ok) return new AccountRefusedObject(outcome.refusal, language);
    session.open(outcome.value.token, outcome.value.expiresAt);
    return new InvitedSignedUpObject(outcome.value);
  }

  @Open('whoever asks has no account yet; once a minute, five times in all')
  @Mutation(() => ResendSignUpCodeResult, {
    description: 'Sends another code and another link; those before are void.',
  })
  async resendSignUpCode(
    @Arg('signUpId', () => String, { description: 'The secret that beginning to sign up gave.' })
    signUpId: string,
    @Ctx() { language }: RequestContext,
  ): Promise<typeof ResendSignUpCodeResult> {
    const outcome = await this.useCases.resendConfirmation(signUpId);
    return outcome.ok
      ? new SignUpCodeSentObject(outcome.value)
      : new AccountRefusedObject(outcome.refusal, language);
  }
}

const proofIn = ({ signUpId, code, link, password }: ConfirmSignUpInput): ConfirmationProof | undefined => {
  if (signUpId && code) return { kind: 'code', signUpId, code };
  if (signUpId && link) return { kind: 'linkHere', signUpId, link };
  return link && password ? { kind: 'linkElsewhere', link, password } : undefined;
};
