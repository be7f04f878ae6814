import type { IssuedKey, KeyActRefusal } from '@parvis/application/technical-accounts/issue-key';
import { toShown } from '@parvis/application/technical-accounts/list-technical-accounts';
import type { StoredTechnicalAccount } from '@parvis/application/technical-accounts/technical-account-store';
import { rightsOf } from '@parvis/domain/access/rights';
import type { Result } from '@parvis/domain/result/result';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Bound, SignedIn } from '../access/binding.js';
import { given } from '../given.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { refusedError } from '../refusals/refused-error.js';
import { principalOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { TechnicalAccountObject, TechnicalKeyObject } from './technical-account.object.js';
import {
  CallingProgramObject,
  ChangeTechnicalAccountResult,
  CreateTechnicalAccountInput,
  IssueKeyResult,
  RotateTechnicalKeyInput,
  TechnicalAccountChangedObject,
  TechnicalKeyIssuedObject,
} from './technical-account-acts.objects.js';

@Resolver()
export class TechnicalAccountsResolver {
  constructor(private readonly parts: { readonly useCases: UseCases; readonly now: () => Date }) {}

  @Bound('technicalAccount:read')
  @Query(() => [TechnicalAccountObject], { description: 'The programs of a structure; open ones first.' })
  async technicalAccounts(
    @Arg('structureId', () => ID, { description: 'One of the structures you work for.' }) structureId: string,
    @Ctx() context: RequestContext,
  ): Promise<TechnicalAccountObject[]> {
    const found = await this.parts.useCases.listTechnicalAccounts(structureId, principalOf(context));
    if (!found.ok) throw refusedError(found.refusal, context.language);
    return found.value.map((account) => new TechnicalAccountObject(account));
  }

  @SignedIn('a program learns whether its key works, and for what')
  @Query(() => CallingProgramObject, {
    nullable: true,
    description: 'For a first test: the program behind the key presented; null for people.',
  })
  callingProgram(@Ctx() context: RequestContext): CallingProgramObject | null {
    const principal = principalOf(context);
    const [membership] = principal.memberships;
    if (principal.kind !== 'technicalAccount' || !membership) return null;
    return new CallingProgramObject(principal.name, membership.structureName, rightsOf(membership));
  }

  @Bound('technicalAccount:manage')
  @Mutation(() => IssueKeyResult, { description: 'Makes a program and its first key.' })
  async createTechnicalAccount(
    @Arg('input', () => CreateTechnicalAccountInput, { description: 'The program.' })
    { scope, ...input }: CreateTechnicalAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof IssueKeyResult> {
    const command = { ...given(input), scope: scope.map((grant) => given(grant)) };
    return this.issued(
      await this.parts.useCases.createTechnicalAccount(command, principalOf(context)),
      context,
    );
  }

  @Bound('technicalAccount:manage')
  @Mutation(() => IssueKeyResult, {
    description: 'Makes a key that takes the place of another, with an overlap.',
  })
  async rotateTechnicalKey(
    @Arg('input', () => RotateTechnicalKeyInput, { description: 'The key to renew.' })
    input: RotateTechnicalKeyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof IssueKeyResult> {
    return this.issued(await this.parts.useCases.rotateKey(given(input), principalOf(context)), context);
  }

  @Bound('technicalAccount:manage')
  @Mutation(() => ChangeTechnicalAccountResult, { description: 'Ends a key at once.' })
  async revokeTechnicalKey(
    @Arg('keyId', () => ID, { description: 'The key.' }) keyId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeTechnicalAccountResult> {
    return changed(await this.parts.useCases.revokeKey({ keyId }, principalOf(context)), context);
  }

  @Bound('technicalAccount:manage')
  @Mutation(() => ChangeTechnicalAccountResult, { description: 'Ends a program with all its keys.' })
  async closeTechnicalAccount(
    @Arg('accountId', () => ID, { description: 'The technical account.' }) accountId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeTechnicalAccountResult> {
    return changed(
      await this.parts.useCases.closeTechnicalAccount({ accountId }, principalOf(context)),
      context,
    );
  }

  private issued(
    outcome: Result<IssuedKey, KeyActRefusal>,
    { language }: RequestContext,
  ): TechnicalKeyIssuedObject | ActRefusedObject {
    if (!outcome.ok) return new ActRefusedObject(outcome.refusal, language);
    const { key: secret, stored, account } = outcome.value;
    const key = new TechnicalKeyObject(toShown(stored, this.parts.now()));
    return new TechnicalKeyIssuedObject({ secret, key, accountId: account.accountId });
  }
}

const changed = (
  outcome: Result<StoredTechnicalAccount, KeyActRefusal>,
  { language }: RequestContext,
): TechnicalAccountChangedObject | ActRefusedObject =>
  outcome.ok
    ? new TechnicalAccountChangedObject(outcome.value.accountId)
    : new ActRefusedObject(outcome.refusal, language);
