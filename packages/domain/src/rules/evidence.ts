import type { Fault } from './fault.js';

/**
 * What stands in a sender's file and the invoice model cannot hold. The official artefacts judge files, so rules that
 * must agree with them look here as well; an invoice that comes from no file (a form) has none. Plain data: it travels
 * between threads.
 */
export interface Evidence {
  /** Texts as they stand in the file, where the model holds them otherwise (white space off) or not at all (unreadable). */
  readonly written: Readonly<Record<string, string>>;
  /** Further texts of a term that the model holds once: model path to texts, in the order of the file. */
  readonly repeated: Readonly<Record<string, readonly string[]>>;
  /** Elements where no term of the model stands, of the kinds that some rule looks at wherever they are. */
  readonly strays: readonly Stray[];
  /** Codes in no list of their rule (BR-CL-…), wherever they stand. A reader that looked for none leaves it out. */
  readonly codes?: readonly WrongCode[];
  /** What the syntax rules (UBL-…, CII-…) found while the file was read. */
  readonly syntax: readonly Fault[];
}

/** An element that no binding takes. */
export interface Stray {
  /** With the usual prefix: `cac:PaymentMeans`. */
  readonly element: string;
  /** Of the element above it. */
  readonly parent: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** XPath in the sender's file. */
  readonly location: string;
}

/** A code that its list does not hold. */
export interface WrongCode {
  readonly rule: string;
  /** As written. */
  readonly found: string;
  /** XPath in the sender's file. */
  readonly location: string;
}
