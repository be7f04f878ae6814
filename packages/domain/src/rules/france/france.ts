import { isCii, isUbl, type Judged, type Rule } from '../rule.js';
import type { RuleSet, Selection } from '../rule-set.js';
import { attachmentAndItemRules } from './attachments-and-items.js';
import { chorusProExtensionRules } from './chorus-pro-extension.js';
import { asDeposited, selectedOnDeposit } from './deposit-policy.js';
import { electronicAddressRules } from './electronic-addresses.js';
import { figureRules } from './figures.js';
import { frameworkRules } from './frameworks.js';
import { furtherElementRules } from './further-elements.js';
import { identityQuirks, identityRules, identityRulesOfOurs } from './identity.js';
import { limitRules } from './limits.js';
import {
  isBetweenFirms,
  noteQuirks,
  noteRules,
  saysMemberOfSingleTaxpayer,
  saysPublicSector,
  saysTreatment,
} from './notes.js';
import { numberAndDateRules, numberQuirks } from './numbers-and-dates.js';
import { subInvoiceRules } from './sub-invoices.js';
import { vatQuirks, vatRules } from './vat.js';

const rules: readonly Rule[] = [
  ...numberAndDateRules,
  ...noteRules,
  ...frameworkRules,
  ...identityRules({ isBetweenFirms, saysMemberOfSingleTaxpayer }),
  ...electronicAddressRules(isBetweenFirms, saysTreatment),
  ...vatRules,
  ...figureRules,
  ...attachmentAndItemRules,
  ...subInvoiceRules,
  ...furtherElementRules,
  ...limitRules,
  ...chorusProExtensionRules,
];

/**
 * The French rules as this platform applies them to an invoice to the public sector: XP Z12-012 (BR-FR-…) as
 * deposit-policy.ts says, and what Chorus Pro can hold (BR-FR-CPRO-…).
 */
export const france: RuleSet = {
  name: 'france',
  rules: [...asDeposited(rules), ...identityRulesOfOurs],
  selectionFor: selectedOnDeposit,
};

const ofChorusPro = (id: string): boolean => id.startsWith('BR-FR-CPRO-');

/** Those of Chorus Pro no published file judges: they are told of an invoice that says it is for the public sector. */
const asPublished = (rule: Rule): Rule => {
  if (ofChorusPro(rule.id)) return { ...rule, severity: 'warning' };
  // UBL reports a second treatment as BR-FR-30.
  return rule.id === 'BR-FR-31' ? { ...rule, speaks: isCii } : rule;
};

/**
 * The French rules as published (FNFE-MPE 1.4.0.03, the edition that blocks): every BR-FR-… fatal, in the very places
 * where the published files look. BR-FR-CPRO-… are Chorus Pro's own: warnings here, fatal in `france`.
 */
export const franceAsPublished: RuleSet = {
  name: 'franceAsPublished',
  rules: [...rules.map(asPublished), ...identityQuirks, ...numberQuirks, ...noteQuirks, ...vatQuirks],
  selectionFor: (judged) =>
    selections.find(
      ({ forPublicSector, asksForSeller }) =>
        forPublicSector === isForPublicSector(judged) && asksForSeller === asksForSellerIn(judged),
    ),
};

interface Published extends Selection {
  readonly forPublicSector: boolean;
  readonly asksForSeller: boolean;
}

const selections: readonly Published[] = [true, false].flatMap((forPublicSector) =>
  [true, false].map((asksForSeller) => ({
    forPublicSector,
    asksForSeller,
    applies: (ruleId) => (ofChorusPro(ruleId) ? forPublicSector : ruleId !== 'BR-FR-10' || asksForSeller),
    adds: [],
  })),
);

/** UBL asks the SIREN of the legal entity that is there. */
const asksForSellerIn = (judged: Judged): boolean => !isUbl(judged.context) || hasLegalEntity(judged);

/** Only public buyers pay subcontractors directly (framework S3). */
const isForPublicSector = ({ invoice }: Judged): boolean =>
  saysPublicSector(invoice) || invoice.businessProcess?.trim() === 'S3';

const hasLegalEntity = ({ invoice: { seller } }: Judged): boolean =>
  (seller.name ?? seller.legalRegistration ?? seller.additionalLegalInformation) !== undefined;
