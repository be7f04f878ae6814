import { asksForEngagement } from '../../directory/demand.js';
import type { DirectoryEntry, DirectoryService, Requirements } from '../../directory/directory-entry.js';
import { type Receiver, receivesAt } from '../../directory/receives-at.js';
import type { WorksAuthority } from '../../directory/structure-facts.js';
import { isWorksDocument } from '../../invoice/frameworks.js';
import type { CalendarDate } from '../../invoice/invoice.js';

export const recipientRuleIds = [
  'PV-RECIPIENT-UNKNOWN',
  'PV-RECIPIENT-INACTIVE',
  'PV-RECIPIENT-WORKS-ONLY',
  'PV-SERVICE-CODE-REQUIRED',
  'PV-SERVICE-CODE-UNKNOWN',
  'PV-SERVICE-CODE-INACTIVE',
  'PV-ENGAGEMENT-NUMBER-REQUIRED',
  'PV-SERVICE-OR-ENGAGEMENT-REQUIRED',
] as const;

export type RecipientRuleId = (typeof recipientRuleIds)[number];

/** What an invoice says that a directory entry asks about. */
export interface References {
  readonly serviceCode?: string | undefined;
  readonly engagementNumber?: string | undefined;
  /** The contract number (numéro de marché), which may stand in for the engagement number. */
  readonly contract?: string | undefined;
  /** BT-23: an entity that is only a works authority takes works documents alone. */
  readonly framework?: string | undefined;
}

/** The entry as far as the decision looks: the service named instead of all of them, so that lists can ask too. */
export interface RecipientDemands extends Receiver {
  readonly requirements: Requirements;
  readonly worksAuthority?: WorksAuthority;
  /** An entity without services lets suppliers write what they like as buyer reference. */
  readonly hasServices: boolean;
  /** The one the invoice names, when it exists. */
  readonly service?: DirectoryService | undefined;
}

/**
 * Why this recipient would not take an invoice with these references on this day: every cause at once, none when it
 * would. The one place of the decision: the deposit's faults, the preview of settings and the linter come from here.
 */
export const recipientRefusals = (
  references: References,
  recipient: RecipientDemands,
  day: CalendarDate,
): RecipientRuleId[] => {
  if (!receivesAt(recipient, day)) return ['PV-RECIPIENT-INACTIVE'];
  const { framework } = references;
  return [
    ...when(recipient.worksAuthority === 'only' && !isWorksDocument(framework), 'PV-RECIPIENT-WORKS-ONLY'),
    ...serviceRefusals(references, recipient, day),
    ...engagementRefusals(references, recipient),
  ];
};

/** The same against a whole entry; the first cause is the one a supplier reads first. */
export const wouldBeRefused = (
  { depositedOn, ...references }: References & { readonly depositedOn: CalendarDate },
  entry: DirectoryEntry,
): RecipientRuleId | undefined =>
  recipientRefusals(references, demandsOf(entry, references.serviceCode), depositedOn)[0];

export const demandsOf = (
  { services, ...entry }: DirectoryEntry,
  serviceCode: string | undefined,
): RecipientDemands => ({
  ...entry,
  hasServices: services.length > 0,
  service: services.find(({ code }) => code === serviceCode),
});

const serviceRefusals = (
  { serviceCode }: References,
  { requirements, hasServices, service }: RecipientDemands,
  day: CalendarDate,
): RecipientRuleId[] => {
  if (!serviceCode) return when(requirements.serviceCode, 'PV-SERVICE-CODE-REQUIRED');
  if (!service) return when(hasServices || requirements.serviceCode, 'PV-SERVICE-CODE-UNKNOWN');
  return when(!receivesAt(service, day), 'PV-SERVICE-CODE-INACTIVE');
};

const engagementRefusals = (
  { serviceCode, engagementNumber, contract }: References,
  { requirements, service }: RecipientDemands,
): RecipientRuleId[] => {
  if (engagementNumber || contract) return [];
  if (asksForEngagement(requirements, service)) return ['PV-ENGAGEMENT-NUMBER-REQUIRED'];
  return when(
    requirements.serviceCodeOrEngagementNumber && !serviceCode,
    'PV-SERVICE-OR-ENGAGEMENT-REQUIRED',
  );
};

const when = (holds: boolean, rule: RecipientRuleId): RecipientRuleId[] => (holds ? [rule] : []);
