import { isFatal, type Severity } from '@parvis/domain/rules/fault';
import { judge } from '@parvis/domain/rules/judge';
import { readInvoice } from '@parvis/formats/read-invoice';
import type { Verdict } from './corpora.js';
import { isKnown, outlived } from './known-disagreements.js';

export interface OurVerdict {
  /** The rules of EN 16931 that do not hold: id and severity, `BR-CO-10 fatal`. */
  readonly broken: ReadonlySet<string>;
  /** Whether the document is refused, by a rule or by the reader. */
  readonly refused: boolean;
  /** Fatal faults of reading. */
  readonly reading: readonly string[];
  readonly readable: boolean;
}

/** Our verdict by the rules of EN 16931 alone, whatever profile a document claims: what the official rule file gives. */
export const ourVerdict = async (bytes: Uint8Array, fileName: string): Promise<OurVerdict> => {
  const { invoice, syntax, faults, evidence } = await readInvoice(bytes, fileName);
  const reading = faults.filter(isFatal).map(({ rule }) => rule);
  if (!invoice || !evidence || syntax === 'pdf' || syntax === 'unknown')
    return { broken: new Set(), refused: reading.length > 0, reading, readable: false };
  const found = judge(invoice, { syntax, profile: 'urn:cen.eu:en16931:2017', evidence });
  return {
    broken: new Set(found.filter(({ rule }) => isOfficial(rule)).map(named)),
    refused: reading.length > 0 || found.some(isFatal),
    reading,
    readable: true,
  };
};

/** Business rules, code lists and syntax rules of both syntaxes. */
const isOfficial = (rule: string): boolean => /^(?:BR|UBL|CII)-/.test(rule);

const named = ({ rule, severity }: { readonly rule: string; readonly severity: Severity }): string =>
  `${rule} ${severity}`;

/**
 * `-BR-02 fatal` where the official rules fire and ours do not, `+BR-02 fatal` the other way round: every rule id of the
 * artefacts counts, with its severity.
 */
const disagreements = ({ fatal, warning }: Verdict, { broken }: OurVerdict): string[] => {
  const expected = new Set([
    ...fatal.map((rule) => named({ rule, severity: 'fatal' })),
    ...warning.map((rule) => named({ rule, severity: 'warning' })),
  ]);
  return [
    ...[...expected].filter((rule) => !broken.has(rule)).map((rule) => `-${rule}`),
    ...[...broken].filter((rule) => !expected.has(rule)).map((rule) => `+${rule}`),
  ];
};

/** What differs from the official verdict and is not known to, or is known to and does not. */
export const unexplained = (document: string, official: Verdict, ours: OurVerdict): string[] => {
  // The official rules stop there without a verdict: it is enough that ours refuse.
  if (official.result === 'error') return ours.refused ? [] : ['not refused'];
  if (!ours.readable) return ['not read'];
  const found = disagreements(official, ours);
  return [...found.filter((one) => !isKnown(document, one)), ...outlived(document, found)];
};
