/**
 * One thing that is wrong with a document. Faults are values: they are collected, all at once, and shown to people;
 * they are never thrown.
 */
export interface Fault {
  /** The official rule id (`BR-CO-10`, `BR-FR-…`), or one of ours (`PV-…`) where no official rule speaks. */
  readonly rule: string;
  readonly severity: Severity;
  /** Business terms concerned: `BT-106`, `BG-25`. */
  readonly terms: readonly string[];
  /** The place in the invoice model: `totals.due`, `lines[2].netAmount`; empty for the document as a whole. */
  readonly path: string;
  /** The place in the sender's own file (an XPath with the usual prefixes), where the reader knows it. */
  readonly location?: string;
  /** What the sentence needs to be said with figures: `{ found: '19.99', expected: '20.00' }`. */
  readonly values?: Readonly<Record<string, string>>;
  /** What may stand there instead, e.g. the recipient's active services. */
  readonly choices?: readonly FaultChoice[];
  /** The mend, where it is certain. */
  readonly patch?: FaultPatch;
}

/** `fatal`: the document is refused. `warning`: it is accepted and the sender is told. */
export type Severity = 'fatal' | 'warning';

export interface FaultChoice {
  readonly value: string;
  readonly label: string;
}

export interface FaultPatch {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

export const isFatal = ({ severity }: Fault): boolean => severity === 'fatal';

/** Whether a fault is about how the file is built, not about what the invoice says: nothing a sender writes mends it. */
export const isTechnical = ({ rule }: Pick<Fault, 'rule'>): boolean =>
  /^(?:(?:UBL|CII)-(?:CR|SR|DT)-|PV-SCHEMA-|PV-READ-PDF-CONFORMANCE$)/.test(rule);
