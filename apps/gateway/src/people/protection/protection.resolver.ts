import type { FactorRefusal } from '@parvis/application/people/factors/factor-refusal';
import type { Result } from '@parvis/domain/result/result';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { PeopleOnly } from '../../access/binding.js';
import type { Refusal } from '../../refusals/refusal.js';
import { personOf, type RequestContext } from '../../request-context.js';
import type { UseCases } from '../../use-cases.js';
import {
  AddPasskeyInput,
  PasskeyQuestionObject,
  PasskeyQuestionResult,
  ProtectionChangedObject,
  ProtectionObject,
  ProtectionRefusedObject,
  ProtectionResult,
  TotpStart,
  TotpStartedObject,
} from './protection.objects.js';

const OWN = 'one’s own account is one’s own to protect';

/** What protects the viewer's account, and what changes it. */
@Resolver()
export class ProtectionResolver {
  constructor(private readonly useCases: UseCases) {}

  @PeopleOnly(OWN)
  @Query(() => ProtectionObject, {
    description: "How the viewer's account is protected, and where it is open.",
  })
  async protection(@Ctx() context: RequestContext): Promise<ProtectionObject> {
    return this.seen(context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => TotpStart, { description: 'Makes a secret for an authenticator app.' })
  async startTotp(@Ctx() context: RequestContext): Promise<typeof TotpStart> {
    const started = await this.useCases.startTotp(tokenOf(context), personOf(context));
    return started.ok ? new TotpStartedObject(started.value) : refused(started.refusal, context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => ProtectionResult, {
    description: 'Proves that the app knows the secret: from then on it counts.',
  })
  async confirmTotp(
    @Arg('code', () => String, { description: 'What the app shows.' }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProtectionResult> {
    const token = tokenOf(context);
    return this.changed(await this.useCases.confirmTotp({ token, code }, personOf(context)), context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => ProtectionResult, { description: 'Takes the authenticator app away.' })
  async removeTotp(@Ctx() context: RequestContext): Promise<typeof ProtectionResult> {
    return this.changed(await this.useCases.removeTotp(tokenOf(context), personOf(context)), context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => PasskeyQuestionResult, {
    description: 'What the browser is to ask the device for a new passkey.',
  })
  async startPasskey(@Ctx() context: RequestContext): Promise<typeof PasskeyQuestionResult> {
    const asked = await this.useCases.startPasskey(tokenOf(context), personOf(context));
    return asked.ok ? new PasskeyQuestionObject(asked.value) : refused(asked.refusal, context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => ProtectionResult, { description: 'Adds a passkey.' })
  async addPasskey(
    @Arg('input', () => AddPasskeyInput, { description: 'What the browser answered.' })
    input: AddPasskeyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProtectionResult> {
    const { challenge, answer, name } = input;
    const command = { token: tokenOf(context), challenge, answer, name };
    return this.changed(await this.useCases.addPasskey(command, personOf(context)), context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => ProtectionResult, { description: 'Calls a passkey something else.' })
  async renamePasskey(
    @Arg('id', () => ID, { description: 'Of the passkey.' }) credentialId: string,
    @Arg('name', () => String, { description: 'Its new name.' }) name: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProtectionResult> {
    return this.changed(
      await this.useCases.renamePasskey({ credentialId, name }, personOf(context)),
      context,
    );
  }

  @PeopleOnly(OWN)
  @Mutation(() => ProtectionResult, { description: 'Takes a passkey away.' })
  async removePasskey(
    @Arg('id', () => ID, { description: 'Of the passkey.' }) credentialId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProtectionResult> {
    const command = { token: tokenOf(context), credentialId };
    return this.changed(await this.useCases.removePasskey(command, personOf(context)), context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => ProtectionResult, { description: 'Ten new recovery codes; those there were are void.' })
  async renewRecoveryCodes(@Ctx() context: RequestContext): Promise<typeof ProtectionResult> {
    return this.changed(await this.useCases.renewRecoveryCodes(tokenOf(context), personOf(context)), context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => ProtectionResult, { description: 'Takes away the way in by a provider of identities.' })
  async unlinkOpenId(
    @Arg('provider', () => String, { description: 'Key of the provider.' }) provider: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProtectionResult> {
    const command = { token: tokenOf(context), provider };
    return this.changed(await this.useCases.unlinkOpenId(command, personOf(context)), context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => ProtectionResult, { description: 'Ends one session of the viewer.' })
  async endSession(
    @Arg('id', () => ID, { description: 'Of the session.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ProtectionResult> {
    return this.changed(await this.useCases.endSession(id, personOf(context)), context);
  }

  @PeopleOnly(OWN)
  @Mutation(() => Int, { description: 'Signs out everywhere but here; answers how many sessions ended.' })
  async endOtherSessions(@Ctx() context: RequestContext): Promise<number> {
    return this.useCases.endOtherSessions(tokenOf(context), personOf(context));
  }

  private async changed(
    outcome: Result<readonly string[] | undefined, FactorRefusal | { readonly code: 'session-not-found' }>,
    context: RequestContext,
  ): Promise<typeof ProtectionResult> {
    if (!outcome.ok) return refused(outcome.refusal, context);
    return new ProtectionChangedObject(await this.seen(context), outcome.value ?? []);
  }

  private async seen(context: RequestContext): Promise<ProtectionObject> {
    const seen = await this.useCases.viewProtection(context.token, personOf(context));
    return new ProtectionObject(seen, this.useCases.openIdProviders);
  }
}

/** People without a session token do not exist; the use case refuses an empty one as it does an ended one. */
const tokenOf = ({ token }: RequestContext): string => token ?? '';

const refused = (refusal: Refusal, { language }: RequestContext): ProtectionRefusedObject =>
  new ProtectionRefusedObject(refusal, language);
