import { isUbl, type Judged, type Rule } from '../rule.js';
import type { RuleSet } from '../rule-set.js';
import { attachmentAndItemRules } from './attachments-and-items.js';
import { asDeposited, isJudgedOnDeposit } from './deposit-policy.js';
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
];

/**
 * The French rules as this platform applies them to an invoice to the public sector: XP Z12-012 (BR-FR-…) as
 * deposit-policy.ts says, and what Chorus Pro can hold (BR-FR-CPRO-…).
 */
export const france: RuleSet = {
  name: 'france',
  rules: [...asDeposited(rules), ...identityRulesOfOurs],
  appliesTo: isJudgedOnDeposit,
};

/**
 * The French rules as published (FNFE-MPE 1.4.0.03, the edition that blocks): every rule fatal, in the very places
 * where the published files look. BR-FR-CPRO-… only of an invoice that says it is for the public sector.
 */
export const franceAsPublished: RuleSet = {
  name: 'franceAsPublished',
  rules: [...rules, ...identityQuirks, ...numberQuirks, ...noteQuirks, ...vatQuirks],
  appliesTo: (ruleId, judged) => {
    if (ruleId.startsWith('BR-FR-CPRO-')) return isForPublicSector(judged);
    // UBL asks the SIREN of the legal entity that is there, and reports a second treatment as BR-FR-30.
    if (ruleId === 'BR-FR-10') return !isUbl(judged.context) || hasLegalEntity(judged);
    return ruleId !== 'BR-FR-31' || !isUbl(judged.context);
  },
};

/** Only public buyers pay subcontractors directly (framework S3). */
const isForPublicSector = ({ invoice }: Judged): boolean =>
  saysPublicSector(invoice) || invoice.businessProcess?.trim() === 'S3';

const hasLegalEntity = ({ invoice: { seller } }: Judged): boolean =>
  (seller.name ?? seller.legalRegistration ?? seller.additionalLegalInformation) !== undefined;
