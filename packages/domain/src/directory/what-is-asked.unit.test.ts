import { describe, expect, it } from 'vitest';
import { wouldBeRefused } from '../rules/recipient/recipient-refusals.js';
import { demands, requirementsOf } from './demand.js';
import type { DirectoryEntry } from './directory-entry.js';
import type { Siret } from './siret.js';
import { whatIsAsked } from './what-is-asked.js';

const day = '2026-03-02';

const entry = (change: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  structureId: 's1',
  siret: '00000311100010' as Siret,
  name: 'Commune de Saint-Aubin-des-Prés',
  kind: 'localAuthority',
  town: 'Saint-Aubin-des-Prés',
  active: true,
  requirements: requirementsOf('serviceCode'),
  services: [
    { code: 'CANTINE', name: 'Cantine', active: true, engagementNumberRequired: true },
    { code: 'VOIRIE', name: 'Voirie', active: true, reportsPayment: false },
    { code: 'ECOLE', name: 'École', active: false },
    { code: 'FETES', name: 'Fêtes', active: true, validUntil: '2026-03-01' },
  ],
  reportsPayment: true,
  ...change,
});

describe('what the entry form asks first', () => {
  it('is the service, among those that are open', () => {
    expect(whatIsAsked(entry(), day)).toEqual({
      open: true,
      serviceCode: 'required',
      engagementNumber: 'optional',
      choices: [
        { code: 'CANTINE', name: 'Cantine' },
        { code: 'VOIRIE', name: 'Voirie' },
      ],
      worksOnly: false,
      paymentReported: true,
    });
  });

  it('follows the service chosen', () => {
    expect(whatIsAsked(entry(), day, 'CANTINE').engagementNumber).toBe('required');
    expect(whatIsAsked(entry(), day, 'VOIRIE').paymentReported).toBe(false);
  });

  it('is one of two, and the other no more once a service is chosen', () => {
    const either = entry({ requirements: requirementsOf('either') });
    expect(whatIsAsked(either, day)).toMatchObject({ serviceCode: 'oneOfTwo', engagementNumber: 'oneOfTwo' });
    expect(whatIsAsked(either, day, 'VOIRIE').engagementNumber).toBe('optional');
  });

  it('is nothing of a service where there is none to choose', () => {
    const bare = entry({ requirements: requirementsOf('nothing'), services: [] });
    expect(whatIsAsked(bare, day).serviceCode).toBe('notAsked');
    expect(whatIsAsked(entry({ requirements: requirementsOf('nothing') }), day).serviceCode).toBe('optional');
  });

  it('stops at closed entities, and says of works authorities what they take', () => {
    expect(whatIsAsked(entry({ active: false }), day).open).toBe(false);
    expect(whatIsAsked(entry({ worksAuthority: 'only' }), day).worksOnly).toBe(true);
  });

  it('asks for whatever the deposit would miss', () => {
    for (const demand of demands) {
      for (const serviceCode of ['CANTINE', 'VOIRIE']) {
        const to = entry({ requirements: requirementsOf(demand) });
        const asked = whatIsAsked(to, day, serviceCode);
        const refused = wouldBeRefused({ serviceCode, depositedOn: day }, to);
        expect(asked.engagementNumber === 'required').toBe(refused !== undefined);
      }
    }
  });
});
