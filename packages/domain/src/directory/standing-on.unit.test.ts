import { expect, it } from 'vitest';
import { directoryEntry } from '../testing/directory-entry.js';
import { entryStandingOn } from './standing-on.js';

it('shows what is out of its validity as closed, and leaves the rest of it', () => {
  const expired = { code: 'CIMETIERE', name: 'Cimetière', active: true, validUntil: '2025-12-31' };
  const open = { code: 'CANTINE', name: 'Cantine', active: true };
  const entry = directoryEntry({ validFrom: '2026-03-01', services: [expired, open] });

  const shown = entryStandingOn(entry, '2026-03-02');
  expect(shown.active).toBe(true);
  expect(shown.services).toEqual([{ ...expired, active: false }, open]);
  expect(entryStandingOn(entry, '2026-02-28').active).toBe(false);
});
