import type { GroupPath, LeafPath, ListPath } from './model-paths.js';

/**
 * Where the terms of the model stand in one syntax. The compiler keeps the table complete: every value and every list
 * of the model has its row; groups have one where their mere presence counts.
 *
 * An element path goes from the root's children: `cac:Party/cbc:ID`, or to an attribute: `cbc:ID/@schemeID`. A step may
 * carry a condition in square brackets: `[cbc:Code=130]` (one of: `130|50`), `[cbc:Code!=130]` (absent passes too),
 * `[cac:TaxScheme/cbc:ID~VAT]` (whatever the case), `[@currencyID=$currency]` (a value of the model, known at the end).
 * White space around texts is no part of them, but in attributes and where a path ends in `/text()`.
 * Several paths are alternatives, the preferred one first. Undefined: the syntax has no place for it.
 */
export type Bindings = Readonly<Record<LeafPath | ListPath, ElementPaths>> &
  Readonly<Partial<Record<GroupPath, ElementPaths>>>;

export type ElementPaths = string | readonly string[] | undefined;
