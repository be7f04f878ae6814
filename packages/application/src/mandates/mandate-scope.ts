import type { Space } from '@parvis/domain/access/actor';
import type { PeopleFault } from '../people/refusals.js';
import type { MandateGrant, MandateKind } from './mandate-store.js';

const outward: readonly Space[] = [
  'issuedInvoices',
  'invoicesToValidate',
  'works',
  'justice',
  'helpRequests',
];

/** What somebody outside may be let into: the business with public entities, never the inside of the house. */
export const spacesOfMandate: Readonly<Record<MandateKind, readonly Space[]>> = {
  accountant: outward,
  partner: outward,
  // Whoever buys invoices reads them, and nothing else.
  factor: ['issuedInvoices'],
};

export const scopeFaults = (kind: MandateKind, grants: readonly MandateGrant[]): PeopleFault[] => {
  if (grants.length === 0) return [{ field: 'grants', code: 'grants-missing' }];
  if (new Set(grants.map(({ space }) => space)).size < grants.length)
    return [{ field: 'grants', code: 'space-twice' }];
  const within = grants.every(
    ({ space, level }) => spacesOfMandate[kind].includes(space) && (kind !== 'factor' || level === 'read'),
  );
  return within ? [] : [{ field: 'grants', code: 'space-beyond-mandate' }];
};
