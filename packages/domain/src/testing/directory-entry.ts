import type { DirectoryEntry } from '../directory/directory-entry.js';
import type { Siret } from '../directory/siret.js';

/** An invented hospital for tests, open, without services, asking nothing. */
export const directoryEntry = (change: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  structureId: '01900000-0000-7000-8000-000000000210',
  siret: '00000210500013' as Siret,
  name: 'Centre hospitalier de Valmont',
  kind: 'hospital',
  town: 'Valmont',
  active: true,
  requirements: { serviceCode: false, engagementNumber: false, serviceCodeOrEngagementNumber: false },
  services: [],
  reportsPayment: true,
  ...change,
});
