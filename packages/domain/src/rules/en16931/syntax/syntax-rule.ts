import type { Severity } from '../../fault.js';
import type { Syntax } from '../../rule.js';
import { termsOfPath } from './terms-of-places.js';

/**
 * A rule about the elements of a file, whatever the invoice model makes of them (UBL-CR, UBL-SR, UBL-DT, CII-SR,
 * CII-DT). Declared here, judged where files are read.
 *
 * Places are written as paths: `/` is the document element, `/rsm:ExchangedDocument` a child of it, `//cac:Delivery` an
 * element at any depth, `//ram:*Amount` any element of a namespace whose name ends so, `a|b` either, `@x` an attribute.
 * A name without a prefix is of the namespace `ram`. Relative paths start at the element that the rule is within.
 */
export interface SyntaxRule {
  readonly id: string;
  readonly severity: Severity;
  /** The term it is about; where there are several, or none, the place of a finding tells which. */
  readonly terms: readonly string[];
  /** The elements judged, one verdict each. */
  readonly within: readonly string[];
  /** Elements of `within` that an earlier rule of the official file takes for itself. */
  readonly except?: readonly string[];
  /** The only syntax that keeps the rule; every one of its family when absent. */
  readonly only?: Syntax;
  readonly asks: Ask;
}

export type Ask =
  | { readonly kind: 'absent'; readonly path: string }
  | { readonly kind: 'count'; readonly of: string; readonly from: number; readonly to: number }
  | { readonly kind: 'text'; readonly when?: AttributeIs; readonly holds: (text: string) => boolean }
  | { readonly kind: 'reading'; readonly reads: Reads; readonly holds: (seen: Seen, of: Judged) => boolean }
  | {
      readonly kind: 'sum';
      readonly each: string;
      readonly reads: Reads;
      readonly adds: (seen: Seen) => number;
      readonly to: number;
    }
  /** Never judged by the official file, which takes every such element by an earlier rule. */
  | { readonly kind: 'never' };

export interface AttributeIs {
  readonly attribute: string;
  readonly value: string;
}

/**
 * What a rule wants to see: a name for each path. An absolute path is read from the document element. A path after `?` is
 * only counted: its texts stay empty, however large.
 */
export type Reads = Readonly<Record<string, string>>;

/**
 * The texts found under each name, as written, in the order of the file; of an attribute, its values. Where nothing is
 * found at all, what a rule answers does not depend on the element judged, and nothing is added to a sum.
 */
export type Seen = Readonly<Record<string, readonly string[]>>;

export interface Judged {
  readonly syntax: Syntax;
  /** Local name of the element judged. */
  readonly element: string;
}

interface Absence {
  readonly within?: string | readonly string[];
  readonly except?: readonly string[];
  readonly under?: string;
  readonly severity?: Severity;
  readonly only?: Syntax;
  readonly never?: boolean;
}

/** Rules that an element or attribute must not occur, by id; `warning` when no severity is named. */
export const absent = (
  { within = '/', except, under, severity = 'warning', only, never }: Absence,
  elements: Readonly<Record<string, string>>,
): SyntaxRule[] =>
  Object.entries(elements).map(([id, element]) => {
    const places = listed(within);
    const path = under ? `${under}/${element}` : element;
    return {
      id,
      severity,
      terms: places.length === 1 ? termsOfPath(below(places[0] ?? '/', path)) : [],
      within: places,
      ...(except && { except }),
      ...(only && { only }),
      asks: never ? { kind: 'never' } : { kind: 'absent', path },
    };
  });

interface Declared {
  readonly id: string;
  /** `fatal` when absent. */
  readonly severity?: Severity;
  readonly terms: readonly string[];
  readonly within: string | readonly string[];
  readonly except?: readonly string[];
}

type Of<Kind extends Ask['kind']> = Omit<Extract<Ask, { kind: Kind }>, 'kind'>;

export const atMostOne = ({ of, ...rule }: Declared & { readonly of: string }): SyntaxRule =>
  declared(rule, { kind: 'count', of, from: 0, to: 1 });

export const exactlyOne = ({ of, ...rule }: Declared & { readonly of: string }): SyntaxRule =>
  declared(rule, { kind: 'count', of, from: 1, to: 1 });

export const counted = ({ of, from, to, ...rule }: Declared & Of<'count'>): SyntaxRule =>
  declared(rule, { kind: 'count', of, from, to });

export const written = ({ when, holds, ...rule }: Declared & Of<'text'>): SyntaxRule =>
  declared(rule, { kind: 'text', holds, ...(when && { when }) });

export const seen = ({ reads, holds, ...rule }: Declared & Of<'reading'>): SyntaxRule =>
  declared(rule, { kind: 'reading', reads, holds });

/** What all elements `each` below the one judged add up to. */
export const summed = ({ each, reads, adds, to, ...rule }: Declared & Of<'sum'>): SyntaxRule =>
  declared(rule, { kind: 'sum', each, reads, adds, to });

const declared = ({ id, severity = 'fatal', terms, within, except }: Declared, asks: Ask): SyntaxRule => ({
  id,
  severity,
  terms,
  within: listed(within),
  ...(except && { except }),
  asks,
});

/** The path of something below an element; what is absolute stays where it is. */
export const below = (within: string, path: string): string => {
  if (path.startsWith('/')) return path;
  return within === '/' ? `/${path}` : `${within}/${path}`;
};

const listed = (within: string | readonly string[]): readonly string[] =>
  typeof within === 'string' ? [within] : within;

/** The texts found under a name; none for a name nothing was found under. */
export const texts = (of: Seen, name: string): readonly string[] => of[name] ?? [];

/** Outer white space off, inner white space to single spaces, as XPath's normalize-space. */
export const normalised = (text: string): string =>
  text.replaceAll(/[ \t\r\n]+/g, ' ').replaceAll(/^ | $/g, '');

export const allEqual = (values: readonly string[]): boolean => new Set(values).size <= 1;
