import type { Language } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Open, PeopleOnly } from '../access/binding.js';
import { personOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { AccountRefusedObject } from './account-refused.object.js';
import type { AccountRefusal } from './account-texts.js';
import {
  AccountActDoneObject,
  AccountActResult,
  ChangePasswordInput,
  ConfirmEmailChangeInput,
  RequestEmailChangeInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
} from './credentials.objects.js';

type CredentialUseCases = Pick<
  UseCases,
  'requestPasswordReset' | 'resetPassword' | 'changePassword' | 'requestEmailChange' | 'confirmEmailChange'
>;

@Resolver()
export class CredentialsResolver {
  constructor(private readonly useCases: CredentialUseCases) {}

  @Open('whoever has forgotten their password cannot sign in; throttled by address and by network')
  @Mutation(() => AccountActResult, {
    description: 'Sends a link for a new password, if the address has an account; the answer does not tell.',
  })
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput, { description: 'The address.' })
    { email, side }: RequestPasswordResetInput,
    @Ctx() { device, language }: RequestContext,
  ): Promise<typeof AccountActResult> {
    const { networkAddress } = device;
    const command = { email, side, ...(networkAddress ? { networkAddress } : {}) };
    return answer(await this.useCases.requestPasswordReset(command), language);
  }

  @Open('the mailed link says who it is; it opens once')
  @Mutation(() => AccountActResult, {
    description: 'Sets a new password and ends every session. Signing in still asks for the second factor.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'The link and the password.' })
    { link, password, side }: ResetPasswordInput,
    @Ctx() { language }: RequestContext,
  ): Promise<typeof AccountActResult> {
    return answer(await this.useCases.resetPassword({ link, password, side }), language);
  }

  @PeopleOnly('everyone changes their own password')
  @Mutation(() => AccountActResult, { description: 'Changes the password and ends all other sessions.' })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The current password and the new one.' })
    { current, password, side }: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AccountActResult> {
    const command = { current, password, side, token: context.token ?? '' };
    return answer(await this.useCases.changePassword(command, personOf(context)), context.language);
  }

  @PeopleOnly('everyone changes their own address')
  @Mutation(() => AccountActResult, {
    description: 'Sends a link to the new address, and a notice to the old one.',
  })
  async requestEmailChange(
    @Arg('input', () => RequestEmailChangeInput, { description: 'The new address and the password.' })
    { email, current, side }: RequestEmailChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AccountActResult> {
    const command = { email, current, side, token: context.token ?? '' };
    return answer(await this.useCases.requestEmailChange(command, personOf(context)), context.language);
  }

  @Open('the mailed link says who it is; it opens once')
  @Mutation(() => AccountActResult, {
    description: 'The new address is proved and takes the place of the old.',
  })
  async confirmEmailChange(
    @Arg('input', () => ConfirmEmailChangeInput, { description: 'The link.' })
    { link, side }: ConfirmEmailChangeInput,
    @Ctx() { language }: RequestContext,
  ): Promise<typeof AccountActResult> {
    return answer(await this.useCases.confirmEmailChange({ link, side }), language);
  }
}

const answer = (
  outcome: Result<{ readonly email: string } | undefined, AccountRefusal>,
  language: Language,
): typeof AccountActResult =>
  outcome.ok
    ? new AccountActDoneObject(outcome.value?.email)
    : new AccountRefusedObject(outcome.refusal, language);
