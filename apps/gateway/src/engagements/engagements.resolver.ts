import { cellCauseText } from '@parvis/application/imports/cell-cause';
import type { ActRefusal } from '@parvis/application/refusals';
import type { Engagement, EngagementState } from '@parvis/domain/directory/engagement';
import type { Language } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { FormFaultObject, FormFaultyObject } from '../form/form-fault.object.js';
import { given } from '../given.js';
import { EngagementStateEnum } from '../graphql/enums.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { refusedError } from '../refusals/refused-error.js';
import { principalOf, type RequestContext } from '../request-context.js';
import { EngagementConnectionObject, EngagementEdgeObject, EngagementObject } from './engagement.object.js';
import {
  AddEngagementInput,
  ChangeEngagementSettingsResult,
  CloseEngagementInput,
  EngagementSavedObject,
  EngagementSettingsInput,
  EngagementSettingsObject,
  SaveEngagementResult,
} from './engagement-acts.objects.js';
import type { EngagementUseCases } from './engagement-use-cases.js';

interface Parts {
  readonly useCases: EngagementUseCases;
  readonly now: () => Date;
}

@Resolver()
export class EngagementsResolver {
  private readonly useCases: EngagementUseCases;
  private readonly now: () => Date;

  constructor({ useCases, now }: Parts) {
    this.useCases = useCases;
    this.now = now;
  }

  @Bound('engagement:read')
  @Query(() => EngagementConnectionObject, {
    description: 'The engagements of one of your public entities, by number, as far as your services reach.',
  })
  async engagements(
    @Arg('structureId', () => ID, { description: 'The public entity.' }) structureId: string,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of the number, the label, the name or identifier of the supplier.',
    })
    search: string | null,
    @Arg('serviceCode', () => String, { nullable: true, description: 'Of this service.' })
    serviceCode: string | null,
    @Arg('state', () => EngagementStateEnum, { nullable: true, description: 'As they stand today.' })
    state: EngagementState | null,
    @First(50)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<EngagementConnectionObject> {
    const asked = given({ search, serviceCode, state, after });
    const query = { structureId, limit: Math.min(Math.max(first ?? 50, 1), 100), ...asked };
    const found = await followCursor(context, () =>
      this.useCases.listEngagements(query, principalOf(context)),
    );
    if (!found.ok) throw refusedError(found.refusal, context.language);
    const { engagements, cursors, next, total } = found.value;
    const edges = engagements.map(
      (engagement, index) => new EngagementEdgeObject(this.shown(engagement), cursors[index] ?? ''),
    );
    return new EngagementConnectionObject(edges, new PageInfoObject(next), total);
  }

  @Bound('engagement:read')
  @Query(() => EngagementSettingsObject, {
    description: 'What one of your public entities does with its engagements.',
  })
  async engagementSettings(
    @Arg('structureId', () => ID, { description: 'The public entity.' }) structureId: string,
    @Ctx() context: RequestContext,
  ): Promise<EngagementSettingsObject> {
    const found = await this.useCases.findEngagementSettings(structureId, principalOf(context));
    if (!found.ok) throw refusedError(found.refusal, context.language);
    return new EngagementSettingsObject(found.value);
  }

  @Bound('engagement:manage')
  @Mutation(() => SaveEngagementResult, { description: 'Adds an engagement.' })
  async addEngagement(
    @Arg('input', () => AddEngagementInput, { description: 'The engagement.' })
    { structureId, fields, language }: AddEngagementInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveEngagementResult> {
    const outcome = await this.useCases.addEngagement({ structureId, fields }, principalOf(context));
    return this.saved(outcome, language ?? 'fr');
  }

  @Bound('engagement:manage')
  @Mutation(() => SaveEngagementResult, { description: 'Closes an engagement, or opens it again.' })
  async closeEngagement(
    @Arg('input', () => CloseEngagementInput, { description: 'The engagement.' })
    { language, ...command }: CloseEngagementInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveEngagementResult> {
    return this.saved(await this.useCases.closeEngagement(command, principalOf(context)), language ?? 'fr');
  }

  @Bound('settings:change')
  @Mutation(() => ChangeEngagementSettingsResult, {
    description: 'Whether deposited invoices are held against the engagements kept here.',
  })
  async changeEngagementSettings(
    @Arg('input', () => EngagementSettingsInput, { description: 'The setting.' })
    { structureId, check, acceptsExcess, language }: EngagementSettingsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeEngagementSettingsResult> {
    const command = { structureId, settings: { check, acceptsExcess } };
    const outcome = await this.useCases.changeEngagementSettings(command, principalOf(context));
    return outcome.ok
      ? new EngagementSettingsObject(outcome.value)
      : new ActRefusedObject(outcome.refusal, language ?? 'fr');
  }

  private shown(engagement: Engagement): EngagementObject {
    return new EngagementObject(engagement, calendarDay(this.now()));
  }

  private saved(outcome: Result<Engagement, ActRefusal>, language: Language): typeof SaveEngagementResult {
    if (outcome.ok) return new EngagementSavedObject(this.shown(outcome.value));
    const { refusal } = outcome;
    if (refusal.code !== 'engagement-field-wrong') return new ActRefusedObject(refusal, language);
    return new FormFaultyObject(
      refusal.faults.map(
        ({ field, ...cause }) => new FormFaultObject({ field, ...cellCauseText(cause, language) }),
      ),
    );
  }
}
