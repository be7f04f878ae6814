import type { GrantCondition } from '@parvis/domain/access/granting';
import type { Right } from '@parvis/domain/access/rights';
import type { AskedTooOften } from './throttle-telling.js';

/** The lawful noes of acts on people, requests to join, claims and mandates. */
export type PeopleRefusal =
  | { readonly code: 'not-allowed'; readonly right: Right }
  | { readonly code: 'structure-not-found' }
  | { readonly code: 'person-not-found' }
  | { readonly code: 'already-member' }
  | { readonly code: 'grant-refused'; readonly condition: GrantCondition }
  | { readonly code: 'request-not-found' }
  | { readonly code: 'request-open' }
  | { readonly code: 'request-closed' }
  | { readonly code: 'reminded-already'; readonly retryAt: Date }
  | AskedTooOften
  | { readonly code: 'invitation-open' }
  | { readonly code: 'invitation-not-found' }
  | { readonly code: 'invitation-for-another' }
  | { readonly code: 'claim-too-early'; readonly claimableAt: Date }
  | { readonly code: 'claim-open' }
  | { readonly code: 'claim-not-found' }
  | { readonly code: 'claim-closed' }
  | { readonly code: 'decided-already' }
  | { readonly code: 'proof-refused' }
  | { readonly code: 'mandate-not-found' }
  | { readonly code: 'mandate-open' }
  | { readonly code: 'mandate-closed' }
  | { readonly code: 'form-faulty'; readonly faults: readonly PeopleFault[] };

/** What is wrong with one field of a form. */
export interface PeopleFault {
  readonly field: string;
  readonly code: PeopleFaultCode;
}

export type PeopleFaultCode =
  | 'missing'
  | 'too-long'
  | 'email-malformed'
  | 'date-past'
  | 'date-before-start'
  | 'grants-missing'
  | 'space-twice'
  | 'services-none'
  | 'service-unknown'
  | 'space-beyond-mandate'
  | 'holder-unknown'
  | 'holder-is-client';

export const MAXIMUM_TEXT = 500;

/** A text that people must give: why they do what they do. */
export const requiredText = (field: string, text: string): PeopleFault[] => {
  if (text.trim() === '') return [{ field, code: 'missing' }];
  return text.trim().length > MAXIMUM_TEXT ? [{ field, code: 'too-long' }] : [];
};
