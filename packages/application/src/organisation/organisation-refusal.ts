import type { Right } from '@parvis/domain/access/rights';
import type { OwnStructureFaultCode } from '@parvis/domain/directory/organisation-form-texts';
import type { Siret } from '@parvis/domain/directory/siret';

/** The lawful noes of acts on one's own structure. */
export type OrganisationRefusal =
  | { readonly code: 'not-allowed'; readonly right: Right }
  | { readonly code: 'structure-not-found' }
  | { readonly code: 'organisation-changed-meanwhile' }
  | { readonly code: 'bank-account-not-found' }
  | { readonly code: 'bank-account-ended' }
  /** Another structure of the same side has it: two structures are never made one without somebody looking. */
  | { readonly code: 'siret-taken'; readonly siret: Siret; readonly name: string }
  | { readonly code: 'organisation-form-faulty'; readonly faults: readonly OwnStructureFault[] };

/** What is wrong with one field. */
export interface OwnStructureFault {
  readonly field: string;
  readonly code: OwnStructureFaultCode;
  /** What stands in the field: sentences give examples by it. */
  readonly typed: string;
}

/** Faults with what was typed where they are. */
export const faultyForm = <Draft extends object>(
  draft: Draft,
  faults: readonly { readonly field: keyof Draft & string; readonly code: OwnStructureFaultCode }[],
): { readonly code: 'organisation-form-faulty'; readonly faults: readonly OwnStructureFault[] } => ({
  code: 'organisation-form-faulty',
  faults: faults.map(({ field, code }) => ({ field, code, typed: String(draft[field]) })),
});
