import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import type { DirectoryEntry, DirectoryService } from '@parvis/domain/directory/directory-entry';
import { type EntitySettings, withSettings } from '@parvis/domain/directory/entity-settings';
import {
  checkServiceDraft,
  checkSettings,
  type ServiceDraft,
  tidyService,
  tidySettings,
} from '@parvis/domain/directory/settings-form';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { RecipientRuleId } from '@parvis/domain/rules/recipient/recipient-refusals';
import { calendarDay } from '@parvis/domain/time/paris';
import type { InvoiceRow } from '../invoice/invoice-list.js';
import type { Clock } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import {
  countByRule,
  countOf,
  type KnownServices,
  type RefusedGroup,
  type RuleCount,
  refusedGroups,
} from './settings-impact.js';
import { faulty, holderOf, type SettingsRefusal } from './settings-refusal.js';

export const PREVIEW_DAYS = 90;

/** Enough to see which suppliers would be concerned. */
const SHOWN = 20;

const DAY_IN_MS = 86_400_000;

export interface PreviewSettingsCommand {
  readonly structureId: string;
  /** As they would be; as they are when left out. */
  readonly settings?: EntitySettings;
  /** One service as it would be, there already or new. */
  readonly service?: ServiceDraft & { readonly active: boolean };
}

export interface SettingsPreview {
  readonly days: number;
  /** Invoices received in these days. */
  readonly received: number;
  /** Of them, how many would be refused with the settings asked about. */
  readonly refused: number;
  /** And how many with the settings as they are. */
  readonly refusedNow: number;
  readonly byRule: readonly RuleCount[];
  /** The newest of those that would be refused, as far as the actor may read invoices. */
  readonly invoices: readonly RefusedInvoice[];
}

export interface RefusedInvoice {
  readonly row: InvoiceRow;
  readonly rule: RecipientRuleId;
}

export type PreviewSettings = (
  command: PreviewSettingsCommand,
  actor: Actor,
) => Promise<Result<SettingsPreview, SettingsRefusal>>;

/** What settings would do to the invoices of the last ninety days: counted by their references, never one by one. */
export const makePreviewSettings =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): PreviewSettings =>
  async (command, actor) => {
    const { structureId } = command;
    const holder = holderOf(actor, 'settings:read', structureId);
    if (!holder.ok) return holder;
    const faults = faultsOf(command);
    if (faults.length > 0) return faulty(faults);
    const at = now();
    const since = new Date(at.getTime() - PREVIEW_DAYS * DAY_IN_MS);
    return work.run(async (stores) => {
      const found = await stores.settings.find(structureId);
      if (!found) return refuse({ code: 'not-allowed', right: 'settings:read' });
      const received = await stores.settingsFigures.receivedSince(structureId, since);
      const codes = received.flatMap(({ serviceCode = [] }) => serviceCode);
      const known = await stores.settingsFigures.servicesNamed(structureId, [...new Set(codes)]);
      const day = calendarDay(at);
      const wished = wishedFor(command, found.entry, known);
      const refused = refusedGroups(received, wished.entry, wished.known, day);
      return accept({
        days: PREVIEW_DAYS,
        received: countOf(received),
        refused: countOf(refused),
        refusedNow: countOf(refusedGroups(received, found.entry, known, day)),
        byRule: countByRule(refused),
        invoices: await invoicesOf(stores, refused, { structureId, since, actor }),
      });
    });
  };

const faultsOf = ({ settings, service }: PreviewSettingsCommand) => [
  ...(settings ? checkSettings(settings) : []),
  // A service half typed has no code yet: everything else of it can be previewed.
  ...(service ? checkServiceDraft(service).filter(({ field }) => field.startsWith('valid')) : []),
];

const wishedFor = (
  { settings, service }: PreviewSettingsCommand,
  entry: DirectoryEntry,
  known: KnownServices,
): { readonly entry: DirectoryEntry; readonly known: KnownServices } => ({
  entry: settings ? withSettings(entry, tidySettings(settings)) : entry,
  known: service ? withService(known, { ...tidyService(service), active: service.active }) : known,
});

const withService = ({ services }: KnownServices, service: DirectoryService): KnownServices => ({
  services: [...services.filter(({ code }) => code !== service.code), service],
  any: true,
});

interface Asking {
  readonly structureId: string;
  readonly since: Date;
  readonly actor: Actor;
}

const invoicesOf = async (
  { settingsFigures }: Stores,
  refused: readonly RefusedGroup[],
  { structureId, since, actor }: Asking,
): Promise<RefusedInvoice[]> => {
  const readable = refused.filter(({ serviceCode = null }) =>
    may(actor, 'receivedInvoice:read', structureId, { serviceCode }),
  );
  if (readable.length === 0) return [];
  const found = await settingsFigures.receivedAmong(structureId, { since, keys: readable, limit: SHOWN });
  const ruleOf = new Map(readable.map(({ rule, ...key }) => [textOf(key), rule]));
  return found.flatMap(({ row, key }) => {
    const rule = ruleOf.get(textOf(key));
    return rule ? [{ row, rule }] : [];
  });
};

const textOf = ({
  serviceCode,
  carriesEngagement,
  framework,
}: Omit<RefusedGroup, 'rule' | 'count'>): string =>
  JSON.stringify([serviceCode ?? null, carriesEngagement, framework ?? null]);
