import type { DirectoryEntry, DirectoryService } from '../../directory/directory-entry.js';
import { receivesAt } from '../../directory/receives-at.js';
import { sameLetters } from '../../directory/same-letters.js';
import type { ServiceUse } from '../../directory/service-advice.js';
import type { Siret } from '../../directory/siret.js';
import type { CalendarDate, Invoice } from '../../invoice/invoice.js';
import {
  buyerSiretOf,
  engagementOrContractOf,
  serviceCodeOf,
  serviceCodePath,
} from '../../invoice/public-references.js';
import type { Fault, FaultChoice, FaultPatch } from '../fault.js';
import { demandsOf, type RecipientRuleId, type References, recipientRefusals } from './recipient-refusals.js';
import { serviceChoices } from './service-choices.js';

/**
 * The rules of XP Z12-012 that need the directory, by what we say of them: one official rule has several causes, each
 * with a mend of its own.
 */
export const officialRuleOf: Readonly<Partial<Record<RecipientRuleId, string>>> = {
  'PV-SERVICE-CODE-REQUIRED': 'BR-FR-CPRO-11',
  'PV-SERVICE-CODE-UNKNOWN': 'BR-FR-CPRO-11',
  'PV-SERVICE-CODE-INACTIVE': 'BR-FR-CPRO-11',
  'PV-ENGAGEMENT-NUMBER-REQUIRED': 'BR-FR-CPRO-12',
  'PV-SERVICE-OR-ENGAGEMENT-REQUIRED': 'BR-FR-CPRO-13',
};

/**
 * What the recipient demands, by its entry in the directory (undefined when the directory does not know the SIRET), of
 * an invoice deposited on that day of Paris. An invoice that names no SIRET is the matter of BR-FR-CPRO-10 and yields
 * nothing here.
 */
export const judgeRecipient = (
  invoice: Invoice,
  entry: DirectoryEntry | undefined,
  day: CalendarDate,
  history: readonly ServiceUse[] = [],
): Fault[] => {
  const siret = buyerSiretOf(invoice);
  if (!entry) return siret ? [unknownRecipient(invoice, siret)] : [];
  const demands = demandsOf(entry, serviceCodeOf(invoice));
  return recipientRefusals(referencesOf(invoice), demands, day).map((rule) =>
    tell(rule, { invoice, entry, service: demands.service, day, history }),
  );
};

const referencesOf = (invoice: Invoice): References => ({
  serviceCode: serviceCodeOf(invoice),
  engagementNumber: engagementOrContractOf(invoice),
  framework: invoice.businessProcess,
});

interface Situation {
  readonly invoice: Invoice;
  readonly entry: DirectoryEntry;
  readonly service: DirectoryService | undefined;
  readonly day: CalendarDate;
  /** What the supplier has invoiced there before. */
  readonly history: readonly ServiceUse[];
}

/** Where a refusal shows in the invoice, with what mends it. */
const tell = (rule: RecipientRuleId, situation: Situation): Fault => {
  if (rule === 'PV-RECIPIENT-INACTIVE' || rule === 'PV-RECIPIENT-UNKNOWN') return closedTo(rule, situation);
  if (rule === 'PV-RECIPIENT-WORKS-ONLY') return worksOnly(situation);
  if (rule === 'PV-ENGAGEMENT-NUMBER-REQUIRED') return engagementRequired(situation);
  if (rule === 'PV-SERVICE-OR-ENGAGEMENT-REQUIRED') return eitherRequired(situation);
  return serviceFault(rule, situation);
};

const unknownRecipient = (invoice: Invoice, siret: Siret): Fault => ({
  ...fault('PV-RECIPIENT-UNKNOWN', ['BT-46'], 'buyer.identifiers'),
  values: { found: siret, ...(invoice.buyer.name && { recipient: invoice.buyer.name }) },
});

const closedTo = (rule: RecipientRuleId, { entry: { siret, name } }: Situation): Fault => ({
  ...fault(rule, ['BT-46'], 'buyer.identifiers'),
  values: { found: siret, recipient: name },
});

const worksOnly = ({ invoice, entry }: Situation): Fault => ({
  ...fault('PV-RECIPIENT-WORKS-ONLY', ['BT-23'], 'businessProcess'),
  values: { recipient: entry.name, ...(invoice.businessProcess && { found: invoice.businessProcess }) },
});

const serviceFault = (rule: RecipientRuleId, situation: Situation): Fault => {
  const { invoice, entry, service, day } = situation;
  const code = serviceCodeOf(invoice);
  const unknown = rule === 'PV-SERVICE-CODE-UNKNOWN' && code !== undefined;
  return {
    ...fault(rule, ['BT-10'], serviceCodePath(invoice)),
    values: {
      recipient: entry.name,
      ...(code && { found: code }),
      ...(service && { service: service.name, ...outOfValidity(service, day) }),
    },
    choices: choicesFor(situation),
    ...(unknown && nearMiss(invoice, openServices(entry, day), code)),
  };
};

/** Which day it closed, or opens, where its dates alone keep it shut. */
const outOfValidity = (
  { active, validFrom, validUntil }: DirectoryService,
  day: CalendarDate,
): { readonly until?: CalendarDate; readonly from?: CalendarDate } => {
  if (active && validUntil !== undefined && validUntil < day) return { until: validUntil };
  return active && validFrom !== undefined && day < validFrom ? { from: validFrom } : {};
};

/** The mend is certain when one open service differs by capitals or spaces alone. */
const nearMiss = (
  invoice: Invoice,
  open: readonly DirectoryService[],
  code: string,
): { readonly patch?: FaultPatch } => {
  const alike = open.filter((service) => sameLetters(service.code, code));
  const [only] = alike;
  return only && alike.length === 1
    ? { patch: { path: serviceCodePath(invoice), from: code, to: only.code } }
    : {};
};

const engagementRequired = ({ entry, service }: Situation): Fault => {
  const asker = entry.requirements.engagementNumber ? undefined : service?.name;
  return {
    ...fault('PV-ENGAGEMENT-NUMBER-REQUIRED', ['BT-13'], 'purchaseOrderReference'),
    values: { recipient: entry.name, ...(asker && { service: asker }) },
  };
};

const eitherRequired = (situation: Situation): Fault => ({
  ...fault('PV-SERVICE-OR-ENGAGEMENT-REQUIRED', ['BT-13', 'BT-10'], 'purchaseOrderReference'),
  values: { recipient: situation.entry.name },
  choices: choicesFor(situation),
});

const choicesFor = ({ invoice, entry, day, history }: Situation): FaultChoice[] =>
  serviceChoices(invoice, openServices(entry, day), history);

const openServices = ({ services }: DirectoryEntry, day: CalendarDate): DirectoryService[] =>
  services.filter((service) => receivesAt(service, day));

const fault = (rule: RecipientRuleId, terms: readonly string[], path: string): Fault => ({
  rule,
  severity: 'fatal',
  terms,
  path,
});
