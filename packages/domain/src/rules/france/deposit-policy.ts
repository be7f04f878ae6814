import type { Judged, Rule } from '../rule.js';
import type { Selection } from '../rule-set.js';

/** How a rule of the reform counts for an invoice deposited here, towards the public sector. */
interface Treatment {
  readonly rules: RegExp;
  /** `silent`: another rule says the same of the same invoice. */
  readonly as: 'warning' | 'silent';
  /** Day from which the rule blocks invoices between firms. */
  readonly betweenFirmsFrom?: string;
  /** Not judged of an invoice in an older framework of Chorus Pro, whose senders know nothing of the reform. */
  readonly notInOlderFrameworks?: true;
  readonly reason: string;
}

const REFORM = '2026-09-01';

/**
 * The reform obliges invoices between French firms (from 2026-09-01, small firms to issue from 2027-09-01). Invoices to
 * the public sector keep to the rules of Chorus Pro, whose older formats and frameworks stay open: what it does not
 * refuse is told, and refuses nothing here (reviewed 2026-11-21). A rule that no line names counts as published; the
 * first line that names a rule decides.
 */
const treatments: readonly Treatment[] = [
  {
    rules: /^BR-FR-01$/,
    as: 'silent',
    reason: 'Chorus Pro keeps numbers to 20 characters: BR-FR-CPRO-02 speaks first.',
  },
  {
    rules: /^BR-FR-CPRO-03$/,
    as: 'silent',
    reason: 'A seller whom no identifier names is told by BR-FR-10.',
  },
  {
    rules: /^BR-FR-(05|08|12|13)$/,
    as: 'warning',
    betweenFirmsFrom: REFORM,
    notInOlderFrameworks: true,
    reason: 'Chorus Pro asks for no coded mention, no new framework and no electronic address.',
  },
  {
    rules: /^BR-FR-(06|20|31)$/,
    as: 'warning',
    betweenFirmsFrom: REFORM,
    reason: 'Chorus Pro does not read the codes of notes.',
  },
  {
    rules: /^BR-FR-CO-0[3-9]$/,
    as: 'warning',
    betweenFirmsFrom: REFORM,
    reason: 'Chorus Pro takes what its recipients can understand without it.',
  },
  {
    rules: /^BR-FR-(11|2[1-6])$/,
    as: 'warning',
    betweenFirmsFrom: REFORM,
    reason: 'Chorus Pro finds parties by SIRET and service code; it asks for no electronic address.',
  },
  {
    rules: /^BR-FR-(03|04|1[5-8]|2[789]|28-Value|30|DEC-0\d|CO-12)$/,
    as: 'warning',
    betweenFirmsFrom: REFORM,
    reason: 'Codes and figures that the reform writes in one way, and Chorus Pro reads in several.',
  },
  {
    rules: /^BR-FR-(32-(LEGALID|GLOBALID|ID)|CO-1[045])$/,
    as: 'warning',
    betweenFirmsFrom: REFORM,
    reason: 'Senders write a SIRET where the SIREN belongs, or leave a scheme out; Chorus Pro understands.',
  },
  {
    rules: /^BR-FR-CPRO-21$/,
    as: 'warning',
    betweenFirmsFrom: REFORM,
    reason: 'Who is paid directly may name the holder of the contract on the platform, as for A9 and A12.',
  },
  {
    rules: /^BR-FR-(MV|BD)-/,
    as: 'warning',
    betweenFirmsFrom: REFORM,
    reason: 'Invoices within invoices are a business of the reform; Chorus Pro takes their totals.',
  },
];

const treatmentOf = (ruleId: string): Treatment | undefined =>
  treatments.find(({ rules }) => rules.test(ruleId));

/** The rules as they count for a deposit: the same declarations, some of them as warnings. */
export const asDeposited = (rules: readonly Rule[]): Rule[] =>
  rules.flatMap((rule) => {
    const treatment = treatmentOf(rule.id);
    if (!treatment) return [rule];
    return treatment.as === 'silent' ? [] : [{ ...rule, severity: treatment.as }];
  });

/** An invoice in an older framework is not asked what its sender cannot know. */
export const selectedOnDeposit = ({ invoice }: Judged): Selection | undefined =>
  isInOlderFramework(invoice.businessProcess) ? olderFrameworks : undefined;

const olderFrameworks: Selection = {
  applies: (ruleId) => !treatmentOf(ruleId)?.notInOlderFrameworks,
  adds: [],
};

/** A1 to A25, or none: then Chorus Pro supposes A1. */
const isInOlderFramework = (framework = ''): boolean => /^(A\d{1,2})?$/.test(framework.trim());
