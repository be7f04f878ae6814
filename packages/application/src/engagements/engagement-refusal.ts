import type { CellCause } from '../imports/cell-cause.js';

/** Why an act on engagements may lawfully be refused. */
export type EngagementRefusal =
  | { readonly code: 'engagement-not-found' }
  | { readonly code: 'engagement-number-taken'; readonly number: string }
  /** What the accounting system keeps is changed there. */
  | { readonly code: 'engagement-kept-elsewhere' }
  | { readonly code: 'engagement-field-wrong'; readonly faults: readonly EngagementFieldFault[] };

export interface EngagementFieldFault extends CellCause {
  /** The field's name in the form. */
  readonly field: string;
}
