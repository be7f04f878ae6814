import { expect, it } from 'vitest';
import type { DirectoryEntry } from '../../directory/directory-entry.js';
import { parseSiret } from '../../directory/siret.js';
import { explainFault } from '../explain-fault.js';
import { recipientMoved } from './recipient-moved.js';

const siret = parseSiret('00000311100010');
if (!siret.ok) throw new TypeError('not a SIRET');

const entry: DirectoryEntry = {
  structureId: '1',
  siret: siret.value,
  name: 'Commune de Saint-Aubin-des-Prés',
  kind: 'localAuthority',
  town: 'Saint-Aubin-des-Prés',
  active: true,
  requirements: { serviceCode: false, engagementNumber: false, serviceCodeOrEngagementNumber: false },
  services: [],
  reportsPayment: true,
};

const past = {
  identifier: { type: 'SIRET', value: '00000320200017' },
  leftOn: '2026-01-01',
  acceptedUntil: '2026-06-30',
} as const;

const buyer = { identifiers: [{ value: '000 003 202 00017', scheme: '0009' }] };

it('warns while invoices to the old SIRET are taken, and gives the new one', () => {
  const fault = recipientMoved({ buyer }, past, entry, '2026-06-30');
  expect(fault).toMatchObject({
    rule: 'PV-RECIPIENT-MOVED',
    severity: 'warning',
    path: 'buyer.identifiers[0].value',
    patch: { from: '000 003 202 00017', to: '00000311100010' },
  });
  expect(explainFault(fault, 'fr').why).toContain('30 juin 2026');
});

it('refuses afterwards', () => {
  const fault = recipientMoved({ buyer }, past, entry, '2026-07-01');
  expect(fault.severity).toBe('fatal');
  expect(explainFault(fault, 'fr').why).not.toContain('2026');
});

it('offers no mend where the SIRET stands elsewhere', () => {
  const fault = recipientMoved({ buyer: { identifiers: [] } }, past, entry, '2026-07-01');
  expect(fault.path).toBe('buyer.identifiers');
  expect(fault.patch).toBeUndefined();
});
