import type { SettingsRefusal } from '@parvis/application/settings/settings-refusal';
import type { StoredService } from '@parvis/application/settings/settings-store';
import type { Language } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { principalOf, type RequestContext } from '../request-context.js';
import { EntitySettingsObject } from './entity-settings.object.js';
import {
  AddServiceInput,
  ChangeServiceInput,
  ChangeSettingsInput,
  ServiceCodesInput,
  toDraft,
  toSettings,
} from './settings.inputs.js';
import {
  ChangeSettingsResult,
  SaveServiceResult,
  ServicesSavedObject,
  SettingsChangedObject,
} from './settings-acts.objects.js';
import { SettingsServiceObject } from './settings-service.object.js';
import type { SettingsUseCases } from './settings-use-cases.js';
import { toldRefusal } from './told-refusal.js';

@Resolver()
export class ChangeSettingsResolver {
  constructor(private readonly useCases: SettingsUseCases) {}

  @Bound('settings:change')
  @Mutation(() => ChangeSettingsResult, { description: 'What the entity demands from now on.' })
  async changeSettings(
    @Arg('input', () => ChangeSettingsInput, { description: 'All its settings.' })
    { structureId, settings, version, language }: ChangeSettingsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeSettingsResult> {
    const words = language ?? 'fr';
    const command = { structureId, settings: toSettings(settings), version };
    const outcome = await this.useCases.changeSettings(command, principalOf(context));
    if (!outcome.ok) return toldRefusal(outcome.refusal, words);
    const view = await this.useCases.viewSettings(structureId, principalOf(context));
    if (!view.ok) return toldRefusal(view.refusal, words);
    return new SettingsChangedObject(new EntitySettingsObject(view.value));
  }

  @Bound('settings:change')
  @Mutation(() => SaveServiceResult, { description: 'A service that is open from now on.' })
  async addService(
    @Arg('input', () => AddServiceInput, { description: 'The service.' })
    { structureId, service, language }: AddServiceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveServiceResult> {
    const command = { structureId, service: toDraft(service) };
    return saved(one(await this.useCases.addService(command, principalOf(context))), language);
  }

  @Bound('settings:change')
  @Mutation(() => SaveServiceResult, { description: 'What a service says of itself from now on.' })
  async changeService(
    @Arg('input', () => ChangeServiceInput, { description: 'The service, known by its code.' })
    { structureId, service, version, language }: ChangeServiceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveServiceResult> {
    const command = { structureId, service: toDraft(service), version };
    return saved(one(await this.useCases.changeService(command, principalOf(context))), language);
  }

  @Bound('settings:change')
  @Mutation(() => SaveServiceResult, {
    description:
      'These services take no invoices in from now on; what they have received stays. All or none.',
  })
  async closeServices(
    @Arg('input', () => ServiceCodesInput, { description: 'The services.' }) input: ServiceCodesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveServiceResult> {
    const { language, ...command } = input;
    return saved(await this.useCases.closeServices(command, principalOf(context)), language);
  }

  @Bound('settings:change')
  @Mutation(() => SaveServiceResult, { description: 'These services take invoices in again. All or none.' })
  async reopenServices(
    @Arg('input', () => ServiceCodesInput, { description: 'The services.' }) input: ServiceCodesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveServiceResult> {
    const { language, ...command } = input;
    return saved(await this.useCases.reopenServices(command, principalOf(context)), language);
  }
}

type Saved = Result<StoredService[], SettingsRefusal>;

const one = (outcome: Result<StoredService, SettingsRefusal>): Saved =>
  outcome.ok ? { ok: true, value: [outcome.value] } : outcome;

const saved = (outcome: Saved, language: Language | null | undefined): typeof SaveServiceResult =>
  outcome.ok
    ? new ServicesSavedObject(outcome.value.map((service) => new SettingsServiceObject(service)))
    : toldRefusal(outcome.refusal, language ?? 'fr');
