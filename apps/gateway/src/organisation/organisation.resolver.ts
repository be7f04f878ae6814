import type { OrganisationRefusal } from '@parvis/application/organisation/organisation-refusal';
import type { OrganisationView } from '@parvis/application/organisation/view-organisation';
import type { Language } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { refusedError } from '../refusals/refused-error.js';
import { principalOf, type RequestContext } from '../request-context.js';
import {
  AddBankAccountInput,
  ChangeOrganisationInput,
  ChangeSiretInput,
  EndBankAccountInput,
  toBankAccountDraft,
  toOrganisationDraft,
} from './organisation.inputs.js';
import { OrganisationObject } from './organisation.object.js';
import {
  ChangeOrganisationResult,
  OrganisationChangedObject,
  PreviewSiretChangeResult,
  SiretChangePreviewObject,
  toldRefusal,
} from './organisation-acts.objects.js';
import { OrganisationChangeObject, OrganisationHistoryObject } from './organisation-history.object.js';
import type { OrganisationUseCases } from './organisation-use-cases.js';

@Resolver(() => OrganisationObject)
export class OrganisationResolver {
  constructor(private readonly useCases: OrganisationUseCases) {}

  @Bound('organisation:read')
  @Query(() => OrganisationObject, { description: 'One of your own structures.' })
  async organisation(
    @Arg('structureId', () => ID, { description: 'The structure.' }) structureId: string,
    @Ctx() context: RequestContext,
  ): Promise<OrganisationObject> {
    const found = await this.useCases.viewOrganisation(structureId, principalOf(context));
    return new OrganisationObject(shown(found, context));
  }

  @FieldResolver(() => OrganisationHistoryObject, { description: 'What became of it, newest first.' })
  async history(
    @Root() { id: structureId }: OrganisationObject,
    @First(10)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<OrganisationHistoryObject> {
    const command = { structureId, ...given({ limit: first, after }) };
    const page = await followCursor(context, () =>
      this.useCases.listOrganisationHistory(command, principalOf(context)),
    );
    const { entries, next } = shown(page, context);
    return new OrganisationHistoryObject(
      entries.map((entry) => new OrganisationChangeObject(entry)),
      new PageInfoObject(next),
    );
  }

  @Bound('organisation:change')
  @Mutation(() => ChangeOrganisationResult, { description: 'Name, address, VAT number and contact.' })
  async changeOrganisation(
    @Arg('input', () => ChangeOrganisationInput, { description: 'All of it.' })
    input: ChangeOrganisationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeOrganisationResult> {
    const { structureId, updatedAt, language } = input;
    const command = {
      structureId,
      draft: toOrganisationDraft(input),
      ...given({ seenAt: updatedAt ?? null }),
    };
    return changed(await this.useCases.changeOrganisation(command, principalOf(context)), language);
  }

  @Bound('organisation:change')
  @Mutation(() => ChangeOrganisationResult, {
    description: 'An account that is in force from today on; the managers are told by mail.',
  })
  async addBankAccount(
    @Arg('input', () => AddBankAccountInput, { description: 'The account.' }) input: AddBankAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeOrganisationResult> {
    const command = { structureId: input.structureId, draft: toBankAccountDraft(input) };
    return changed(await this.useCases.addBankAccount(command, principalOf(context)), input.language);
  }

  @Bound('organisation:change')
  @Mutation(() => ChangeOrganisationResult, {
    description: 'Today is the last day of the account; the managers are told by mail.',
  })
  async endBankAccount(
    @Arg('input', () => EndBankAccountInput, { description: 'The account.' }) input: EndBankAccountInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeOrganisationResult> {
    const { language, ...command } = input;
    return changed(await this.useCases.endBankAccount(command, principalOf(context)), language);
  }

  @Bound('organisation:move')
  @Query(() => PreviewSiretChangeResult, { description: 'What a change of SIRET would do.' })
  async previewSiretChange(
    @Arg('input', () => ChangeSiretInput, { description: 'The change asked about.' })
    { structureId, language, siret, movedOn, acceptedUntil, reason }: ChangeSiretInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewSiretChangeResult> {
    const command = { structureId, draft: { siret, movedOn, acceptedUntil, reason } };
    const preview = await this.useCases.previewMove(command, principalOf(context));
    return preview.ok
      ? new SiretChangePreviewObject(preview.value)
      : toldRefusal(preview.refusal, language ?? 'fr');
  }

  @Bound('organisation:move')
  @Mutation(() => ChangeOrganisationResult, {
    description:
      'The structure goes on under another SIRET, with its people, rights, keys, mandates, connections and invoices.',
  })
  async changeSiret(
    @Arg('input', () => ChangeSiretInput, { description: 'The change.' })
    { structureId, updatedAt, language, ...draft }: ChangeSiretInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeOrganisationResult> {
    const command = { structureId, draft, ...given({ seenAt: updatedAt ?? null }) };
    return changed(await this.useCases.changeSiret(command, principalOf(context)), language);
  }
}

const changed = (
  outcome: Result<OrganisationView, OrganisationRefusal>,
  language: Language | null | undefined,
): typeof ChangeOrganisationResult =>
  outcome.ok
    ? new OrganisationChangedObject(new OrganisationObject(outcome.value))
    : toldRefusal(outcome.refusal, language ?? 'fr');

/** Where the schema has no union, a refusal is an error. */
const shown = <Value>(found: Result<Value, OrganisationRefusal>, { language }: RequestContext): Value => {
  if (found.ok) return found.value;
  if (found.refusal.code === 'organisation-form-faulty') throw new TypeError('nothing to read has a form');
  throw refusedError(found.refusal, language);
};
