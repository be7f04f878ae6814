import { differing } from '@parvis/web-kit/drafts/kept-draft';
import { describe, expect, it } from 'vitest';
import type { EntitySettingsFieldsFragment, SettingsServiceFieldsFragment } from '../gql/graphql.js';
import { directoryEntryOf, serviceDraftOf, serviceInput, settingsDraftOf, settingsInput } from './drafts.js';

const service: SettingsServiceFieldsFragment = {
  code: 'CANTINE',
  name: 'Cantine scolaire',
  description: null,
  active: false,
  engagementNumberRequired: false,
  reportsPayment: null,
  validFrom: null,
  validUntil: '2026-12-31',
  contactEmail: null,
  version: '1',
};

const settings: EntitySettingsFieldsFragment = {
  structureId: 's1',
  siret: '00000311100010',
  name: 'Commune de Saint-Aubin-des-Prés',
  kind: 'LOCAL_AUTHORITY',
  town: 'Saint-Aubin-des-Prés',
  active: true,
  requirements: { serviceCode: true, engagementNumber: true, serviceCodeOrEngagementNumber: false },
  worksAuthority: 'ALSO',
  reportsPayment: false,
  contact: { name: null, email: 'mairie@saint-aubin.example', phone: null, note: null },
  validFrom: null,
  validUntil: null,
  version: '1',
  openServices: 1,
  closedServices: 0,
  sampleServices: [service],
};

describe('the settings in the form', () => {
  it('go back to the gateway as they came when nothing was typed', () => {
    expect(settingsInput(settingsDraftOf(settings))).toEqual({
      active: true,
      requirements: settings.requirements,
      worksAuthority: 'ALSO',
      reportsPayment: false,
      contact: { email: 'mairie@saint-aubin.example' },
    });
    expect(serviceInput(serviceDraftOf(service))).toEqual({
      code: 'CANTINE',
      name: 'Cantine scolaire',
      engagementNumberRequired: false,
      validUntil: '2026-12-31',
    });
  });

  it('are a directory entry, as the supplier would see it', () => {
    expect(directoryEntryOf(settings)).toMatchObject({
      kind: 'localAuthority',
      worksAuthority: 'also',
      services: [{ code: 'CANTINE', active: false, engagementNumberRequired: false }],
    });
  });
});

describe('what is kept of a form', () => {
  const saved = { demand: 'both', active: true };

  it('is what differs from what is saved, and nothing else', () => {
    expect(differing(saved, { demand: 'nothing', active: true })).toEqual({ demand: 'nothing' });
    expect(differing(saved, { demand: 'both' })).toEqual({});
  });

  it('leaves out fields of another version of the form', () => {
    expect(differing(saved, { gone: 'x' })).toEqual({});
  });
});
