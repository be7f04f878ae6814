import type { SettingsRefusal } from '@parvis/application/settings/settings-refusal';
import type { Language } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { LanguageArg } from '../graphql/language-arg.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { presentRow } from '../invoice/present-invoice.js';
import { refusedError } from '../refusals/refused-error.js';
import { principalOf, type RequestContext } from '../request-context.js';
import { EntitySettingsObject } from './entity-settings.object.js';
import { PreviewSettingsInput, toDraft, toSettings } from './settings.inputs.js';
import {
  PreviewSettingsResult,
  RefusalCountObject,
  RefusedInvoiceObject,
  SettingsPreviewObject,
} from './settings-acts.objects.js';
import { SettingsFindingObject } from './settings-finding.object.js';
import { SettingsChangeObject, SettingsHistoryObject } from './settings-history.object.js';
import {
  SettingsServiceConnectionObject,
  SettingsServiceEdgeObject,
  SettingsServiceObject,
} from './settings-service.object.js';
import type { SettingsUseCases } from './settings-use-cases.js';
import { toldRefusal } from './told-refusal.js';

@Resolver(() => EntitySettingsObject)
export class SettingsResolver {
  constructor(private readonly useCases: SettingsUseCases) {}

  @Bound('settings:read')
  @Query(() => EntitySettingsObject, { description: 'What one of your public entities demands of invoices.' })
  async settings(
    @Arg('structureId', () => ID, { description: 'The public entity.' }) structureId: string,
    @Ctx() context: RequestContext,
  ): Promise<EntitySettingsObject> {
    const found = await this.useCases.viewSettings(structureId, principalOf(context));
    return new EntitySettingsObject(shown(found, context));
  }

  @Bound('settings:read')
  @Query(() => PreviewSettingsResult, {
    description: 'What settings not yet made would have done to the invoices of the last 90 days.',
  })
  async previewSettings(
    @Arg('input', () => PreviewSettingsInput, { description: 'The settings asked about.' })
    { structureId, settings, service, language }: PreviewSettingsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PreviewSettingsResult> {
    const words = language ?? 'fr';
    const command = {
      structureId,
      ...(settings && { settings: toSettings(settings) }),
      ...(service && { service: { ...toDraft(service), active: service.active } }),
    };
    const found = await this.useCases.previewSettings(command, principalOf(context));
    if (!found.ok) return toldRefusal(found.refusal, words);
    const { byRule, invoices, ...figures } = found.value;
    return new SettingsPreviewObject(
      figures,
      byRule.map((count) => new RefusalCountObject(count, words)),
      invoices.map(
        ({ row, rule }) => new RefusedInvoiceObject(presentRow(row, context.loaders), rule, words),
      ),
    );
  }

  @FieldResolver(() => [SettingsFindingObject], {
    description: 'What makes the entity impossible or painful to invoice, the worst first.',
  })
  async findings(
    @Root() { structureId }: EntitySettingsObject,
    @LanguageArg() language: Language | null,
    @Ctx() context: RequestContext,
  ): Promise<SettingsFindingObject[]> {
    const found = await this.useCases.lintFindings(structureId, principalOf(context));
    return shown(found, context).map((finding) => new SettingsFindingObject(finding, language ?? 'fr'));
  }

  @FieldResolver(() => SettingsHistoryObject, { description: 'Who changed what, newest first.' })
  async history(
    @Root() { structureId }: EntitySettingsObject,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<SettingsHistoryObject> {
    const command = { structureId, ...given({ limit: first, after }) };
    const page = await followCursor(context, () =>
      this.useCases.settingsHistory(command, principalOf(context)),
    );
    const { changes, next } = shown(page, context);
    return new SettingsHistoryObject(
      changes.map((change) => new SettingsChangeObject(change)),
      new PageInfoObject(next),
    );
  }

  @FieldResolver(() => SettingsServiceConnectionObject, {
    description: 'Its services by code, closed ones included.',
  })
  async services(
    @Root() { structureId }: EntitySettingsObject,
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Words, or their beginnings, of the code, the name or the description, whatever accents and capitals.',
    })
    search: string | null,
    @Arg('active', () => Boolean, {
      nullable: true,
      description: 'Only those that take invoices today, or only the others.',
    })
    active: boolean | null,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<SettingsServiceConnectionObject> {
    const command = { structureId, ...given({ search, open: active, limit: first, after }) };
    const page = await followCursor(context, () =>
      this.useCases.listOwnServices(command, principalOf(context)),
    );
    const { services, cursors, next, counts } = shown(page, context);
    const edges = services.map(
      (service, index) =>
        new SettingsServiceEdgeObject(new SettingsServiceObject(service), cursors[index] ?? ''),
    );
    return new SettingsServiceConnectionObject(edges, new PageInfoObject(next), counts);
  }

  @FieldResolver(() => SettingsServiceObject, {
    nullable: true,
    description: 'One service; null when there is none of this code.',
  })
  async service(
    @Root() { structureId }: EntitySettingsObject,
    @Arg('code', () => String, { description: 'Its code, as it is written.' }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<SettingsServiceObject | null> {
    const found = await this.useCases.findOwnService({ structureId, code }, principalOf(context));
    const service = shown(found, context);
    return service ? new SettingsServiceObject(service) : null;
  }
}

/** Where the schema has no union, a refusal is an error. */
const shown = <Value>(found: Result<Value, SettingsRefusal>, { language }: RequestContext): Value => {
  if (found.ok) return found.value;
  if (found.refusal.code === 'settings-faulty') throw new TypeError('nothing to read has a form');
  throw refusedError(found.refusal, language);
};
