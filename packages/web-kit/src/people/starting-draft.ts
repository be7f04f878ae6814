import type { Side } from '../gql/graphql.js';
import type { RightsDraft } from './rights-draft.js';

/** What most newcomers need: the invoices of their side, to act on. */
export const startingDraft = (side: Side): RightsDraft => ({
  role: 'USER',
  levels: side === 'SUPPLIER' ? { ISSUED_INVOICES: 'FULL' } : { RECEIVED_INVOICES: 'FULL' },
  services: null,
  until: '',
});
