import type { Judged, Rule } from '../rule.js';
import type { Selection } from '../rule-set.js';
import { extendedRules } from './extended.js';
import { richerElements } from './profile-elements.js';

/** What a profile makes of the rules of EN 16931: some it does not ask, some it adds. */
interface Profile extends Selection {
  /** By its name or by its specification identifier (BT-24), older spellings included. */
  readonly matches: RegExp;
}

const idsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const isOfFile = /^(?:CII|UBL)-/;

/**
 * Of the syntax rules those that Factur-X carries itself (1.09.2); its own element sets take the place of the others, and
 * close among them the currency of amounts, as CII-DT-031 does.
 */
const syntaxKeptByFacturX = idsOf('CII-SR-463 CII-SR-465 CII-SR-466 CII-DT-031 CII-DT-097');

const isKeptSyntax = (ruleId: string): boolean => !isOfFile.test(ruleId) || syntaxKeptByFacturX.has(ruleId);

/** A booking aid: no lines, no VAT breakdown. Code lists are asked of the codes it holds. */
const minimum = idsOf(`
  BR-01 BR-02 BR-03 BR-04 BR-05 BR-06 BR-07 BR-08 BR-09 BR-13 BR-14 BR-15
  BR-CO-09 BR-CO-26 BR-DEC-12 BR-DEC-13 BR-DEC-14 BR-DEC-18
  BR-CL-01 BR-CL-03 BR-CL-04 BR-CL-11 BR-CL-14
`);

const ofLines = idsOf(`
  BR-16 BR-21 BR-22 BR-23 BR-24 BR-25 BR-26 BR-27 BR-28 BR-30 BR-41 BR-42 BR-43 BR-44 BR-54 BR-64 BR-65
  BR-CO-04 BR-CO-07 BR-CO-08 BR-CO-10 BR-CO-20 BR-CO-23 BR-CO-24
  BR-DEC-23 BR-DEC-24 BR-DEC-25 BR-DEC-27 BR-DEC-28
  BR-O-12 BR-B-01 BR-B-02
`);

const ofLineVat = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-(?:01|02|05|08)$/;

/** Asked of counted lines only, with a tolerance, and with service charges in the sums: see extended.ts. */
const replacedInExtended = idsOf(`
  BR-22 BR-23 BR-24 BR-26 BR-38 BR-44 BR-CO-04
  BR-CO-10 BR-CO-11 BR-CO-12 BR-CO-13 BR-CO-15 BR-CO-16 BR-CO-17 BR-S-09
`);

/** Prices may be negative, reasons may name an invoice within the invoice, O may stand beside other categories. */
const droppedInExtended = idsOf(`
  BR-27 BR-28 BR-CO-06 BR-CO-08 BR-CO-22 BR-CO-24
  BR-S-10 BR-Z-10 BR-AF-10 BR-AG-10 BR-O-02 BR-O-03 BR-O-04 BR-O-11 BR-O-12 BR-O-13 BR-O-14
`);

const vatSums = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-(?:01|08)$/;

const appliesToExtended = (ruleId: string): boolean =>
  !replacedInExtended.has(ruleId) && !droppedInExtended.has(ruleId) && !vatSums.test(ruleId);

/** UBL: elements that EN 16931 has no use for, and what the extension repeats on a line. */
const widenedInFrenchUbl = /^UBL-(?:CR-\d+|SR-48|SR-52)$/;

/** The first that matches. BASIC, EN 16931 and national usages (XRechnung, Peppol BIS) are judged by every rule. */
const profiles: readonly Profile[] = [
  {
    matches: /(?:^|[: ])minimum$/i,
    applies: (ruleId) => minimum.has(ruleId) || syntaxKeptByFacturX.has(ruleId),
    adds: [richerElements('MINIMUM')],
  },
  {
    matches: /(?:^|[: ])basic[ _-]?wl$/i,
    applies: (ruleId) => isKeptSyntax(ruleId) && !ofLines.has(ruleId) && !ofLineVat.test(ruleId),
    adds: [richerElements('BASIC WL')],
  },
  { matches: /(?:^|[: ])basic$/i, applies: () => true, adds: [richerElements('BASIC')] },
  {
    matches: /(?:^|[: ])extended$/i,
    applies: (ruleId) => isKeptSyntax(ruleId) && appliesToExtended(ruleId),
    adds: extendedRules('BR-FXEXT'),
  },
  {
    matches: /(?:^|[: ])extended-ctc-fr$/i,
    applies: (ruleId) =>
      !widenedInFrenchUbl.test(ruleId) &&
      (ruleId.startsWith('UBL-') || isKeptSyntax(ruleId)) &&
      appliesToExtended(ruleId),
    adds: extendedRules('BR-FREXT'),
  },
];

/**
 * What is asked of an invoice of its profile (Factur-X 1.09.2, EXTENDED-CTC-FR 1.4.0); of one that is none of these,
 * every rule.
 */
export const profileOf = ({ context, invoice }: Judged): Selection | undefined => {
  const name = (context.profile ?? invoice.specification ?? '').trim();
  return profiles.find(({ matches }) => matches.test(name));
};

/** The rules that profiles add, each once. */
export const addedByProfiles: readonly Rule[] = profiles.flatMap(({ adds }) => adds);
