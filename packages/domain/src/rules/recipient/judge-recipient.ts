import type { DirectoryEntry, DirectoryService } from '../../directory/directory-entry.js';
import type { Siret } from '../../directory/siret.js';
import type { Invoice } from '../../invoice/invoice.js';
import {
  buyerSiretOf,
  engagementOrContractOf,
  serviceCodeOf,
  serviceCodePath,
} from '../../invoice/public-references.js';
import type { Fault, FaultChoice, FaultPatch } from '../fault.js';

export const recipientRuleIds = [
  'PV-RECIPIENT-UNKNOWN',
  'PV-RECIPIENT-INACTIVE',
  'PV-SERVICE-CODE-REQUIRED',
  'PV-SERVICE-CODE-UNKNOWN',
  'PV-SERVICE-CODE-INACTIVE',
  'PV-ENGAGEMENT-NUMBER-REQUIRED',
  'PV-SERVICE-OR-ENGAGEMENT-REQUIRED',
] as const;

type RecipientRuleId = (typeof recipientRuleIds)[number];

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
 * What the recipient demands, by its entry in the directory (undefined when the directory does not know the SIRET).
 * An invoice that names no SIRET is the matter of BR-FR-CPRO-10 and yields nothing here.
 */
export const judgeRecipient = (invoice: Invoice, entry: DirectoryEntry | undefined): Fault[] => {
  const siret = buyerSiretOf(invoice);
  if (!entry) return siret ? [unknownRecipient(invoice, siret)] : [];
  if (!entry.active) return [inactiveRecipient(entry)];
  const service = serviceFor(invoice, entry);
  return [...serviceFaults(invoice, entry, service), ...engagementFaults(invoice, entry, service)];
};

const unknownRecipient = (invoice: Invoice, siret: Siret): Fault => ({
  ...fault('PV-RECIPIENT-UNKNOWN', ['BT-46'], 'buyer.identifiers'),
  values: { found: siret, ...(invoice.buyer.name && { recipient: invoice.buyer.name }) },
});

const inactiveRecipient = ({ siret, name }: DirectoryEntry): Fault => ({
  ...fault('PV-RECIPIENT-INACTIVE', ['BT-46'], 'buyer.identifiers'),
  values: { found: siret, recipient: name },
});

const serviceFor = (invoice: Invoice, { services }: DirectoryEntry): DirectoryService | undefined => {
  const code = serviceCodeOf(invoice);
  return services.find((service) => service.code === code);
};

const serviceFaults = (
  invoice: Invoice,
  entry: DirectoryEntry,
  service: DirectoryService | undefined,
): Fault[] => {
  const code = serviceCodeOf(invoice);
  const found = { recipient: entry.name, ...(code && { found: code }) };
  const at = (id: RecipientRuleId): Fault => ({
    ...fault(id, ['BT-10'], serviceCodePath(invoice)),
    values: found,
    choices: activeServices(entry),
  });
  if (!code) return entry.requirements.serviceCode ? [at('PV-SERVICE-CODE-REQUIRED')] : [];
  if (!service) {
    // An entity without services lets suppliers write what they like as buyer reference.
    const matters = entry.services.length > 0 || entry.requirements.serviceCode;
    return matters ? [{ ...at('PV-SERVICE-CODE-UNKNOWN'), ...nearMiss(invoice, entry, code) }] : [];
  }
  if (service.active) return [];
  return [{ ...at('PV-SERVICE-CODE-INACTIVE'), values: { ...found, service: service.name } }];
};

/** The mend is certain when one active service differs by capitals or spaces alone. */
const nearMiss = (
  invoice: Invoice,
  { services }: DirectoryEntry,
  code: string,
): { readonly patch?: FaultPatch } => {
  const alike = services.filter((service) => service.active && sameLetters(service.code, code));
  const [only] = alike;
  return only && alike.length === 1
    ? { patch: { path: serviceCodePath(invoice), from: code, to: only.code } }
    : {};
};

const sameLetters = (left: string, right: string): boolean => lettersOf(left) === lettersOf(right);
const lettersOf = (code: string): string => code.replaceAll(/[\s._-]/g, '').toUpperCase();

const engagementFaults = (
  invoice: Invoice,
  { name, requirements, ...entry }: DirectoryEntry,
  service: DirectoryService | undefined,
): Fault[] => {
  if (engagementOrContractOf(invoice)) return [];
  if (requirements.engagementNumber || service?.engagementNumberRequired) {
    const asker = requirements.engagementNumber ? undefined : service?.name;
    return [
      {
        ...fault('PV-ENGAGEMENT-NUMBER-REQUIRED', ['BT-13'], 'purchaseOrderReference'),
        values: { recipient: name, ...(asker && { service: asker }) },
      },
    ];
  }
  if (!requirements.serviceCodeOrEngagementNumber || serviceCodeOf(invoice)) return [];
  return [
    {
      ...fault('PV-SERVICE-OR-ENGAGEMENT-REQUIRED', ['BT-13', 'BT-10'], 'purchaseOrderReference'),
      values: { recipient: name },
      choices: activeServices(entry),
    },
  ];
};

const activeServices = ({ services }: Pick<DirectoryEntry, 'services'>): FaultChoice[] =>
  services.filter(({ active }) => active).map(({ code, name }) => ({ value: code, label: name }));

const fault = (rule: RecipientRuleId, terms: readonly string[], path: string): Fault => ({
  rule,
  severity: 'fatal',
  terms,
  path,
});
