import type { Extension } from './extension.js';
import type { Fault } from './fault.js';

/**
 * What stands in a sender's file and the invoice model cannot hold. The official artefacts judge files, so rules that
 * must agree with them look here as well; an invoice that comes from no file (a form) has none. Plain data, which travels
 * between threads, and next to nothing for an ordinary document: only what differs from the model is written down.
 */
export interface Evidence {
  /**
   * Model path to the text as it stands in the file, where rules can tell it from the value of the model: white space
   * around it, a number or a date that cannot be read, minus zero. Prose and attachments are left out. The text of an
   * allowance's or charge's indicator stands under `….indicator`, where it is neither `true` nor `false`.
   */
  readonly written: Readonly<Record<string, string>>;
  /** Terms whose element is there without what the value stands in: a date of CII not in format 102, a reference's number. */
  readonly hollow: Readonly<Record<string, true>>;
  /** Further texts of a term that the model holds once: model path to texts, in the order of the file. */
  readonly repeated: Readonly<Record<string, readonly string[]>>;
  /** How often a group is written, where it is not once: `totals` (BG-22), `seller` (BG-4). */
  readonly groups: Readonly<Record<string, number>>;
  /** The totals of VAT as written, in the order of the file (BT-110, BT-111). */
  readonly vatTotals: readonly WrittenVatTotal[];
  /**
   * Entries of the model whose tax is not VAT by its scheme, with the scheme as written (empty for none): `lines[2]`,
   * `allowances[0]`, `vatBreakdown[1]`.
   */
  readonly otherTaxes: Readonly<Record<string, string>>;
  /**
   * Elements that the model does not take, whole: where no binding stands, or where none of those that stand there holds
   * (a tax category of another scheme inside a line's allowance, a second payee). An element inside one is its child.
   */
  readonly strays: readonly Stray[];
  /** Codes in no list of their rule (BR-CL-…), wherever they stand. A reader that looked for none leaves it out. */
  readonly codes?: readonly WrongCode[];
  /** What a profile beyond EN 16931 says; of other profiles nobody looks for it. */
  readonly extension?: Extension;
  /** What the syntax rules (UBL-…, CII-…) found while the file was read. */
  readonly syntax: readonly Fault[];
}

/** UBL: a TaxTotal of the document, with how many of the breakdowns stand in it. CII: a TaxTotalAmount. */
export interface WrittenVatTotal {
  readonly amount?: string;
  readonly currency?: string;
  readonly breakdowns: number;
}

/** An element that the model does not take. */
export interface Stray {
  /** With the usual prefix: `cac:PaymentMeans`; of an unknown namespace without one. */
  readonly element: string;
  /** Of the element above it. */
  readonly parent: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Stray[];
  /** XPath in the sender's file, of the outermost element; those inside have none. */
  readonly location?: string;
  /** The entry of the model it stands in, where it is known: `lines[2].allowances[0]`. */
  readonly path?: string;
  /** Of what stands in an allowance or a charge that the model takes: which of the two. */
  readonly isCharge?: boolean;
}

/** A code that its list does not hold. */
export interface WrongCode {
  readonly rule: string;
  /** As written. */
  readonly found: string;
  /** XPath in the sender's file. */
  readonly location: string;
}

/** Of a file that holds nothing but what the model holds. */
export const noEvidence: Evidence = {
  written: {},
  hollow: {},
  repeated: {},
  groups: {},
  vatTotals: [],
  otherTaxes: {},
  strays: [],
  syntax: [],
};
