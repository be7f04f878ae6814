import { describe, expect, it } from 'vitest';
import { type Demand, requirementsOf } from './demand.js';
import type { DirectoryService } from './directory-entry.js';
import { type Demanding, requirementSentence } from './requirement-sentence.js';

const service = (change: Partial<DirectoryService> = {}): DirectoryService => ({
  code: 'X',
  name: 'X',
  active: true,
  ...change,
});

const asking = (demand: Demand, ...services: DirectoryService[]): Demanding => ({
  requirements: requirementsOf(demand),
  services,
});

const fr = (entry: Demanding): string => requirementSentence(entry, 'fr');

describe('the sentence about what an invoice must carry', () => {
  it('says what the entity asks of every invoice', () => {
    expect(fr(asking('nothing'))).toBe('Le SIRET suffit.');
    expect(fr(asking('serviceCode'))).toBe('Indiquez le code service.');
    expect(fr(asking('engagementNumber'))).toBe("Indiquez le numéro d'engagement juridique.");
    expect(fr(asking('both'))).toMatch(/code service et le numéro d'engagement/);
    expect(requirementSentence(asking('either'), 'en')).toMatch(/ or /);
  });

  it('says that some services ask for more, or for less', () => {
    expect(fr(asking('serviceCode', service({ engagementNumberRequired: true })))).toMatch(/aussi/);
    expect(fr(asking('nothing', service({ engagementNumberRequired: true })))).toMatch(/Certains services/);
    expect(fr(asking('both', service({ engagementNumberRequired: false })))).toMatch(/se passent/);
    expect(fr(asking('engagementNumber', service({ engagementNumberRequired: false })))).toMatch(/sauf/);
  });

  it('leaves out what closed services ask, and what the entity asks already', () => {
    expect(fr(asking('nothing', service({ active: false, engagementNumberRequired: true })))).toBe(
      'Le SIRET suffit.',
    );
    expect(fr(asking('both', service({ engagementNumberRequired: true })))).not.toMatch(/certains/);
  });

  it('says first that works documents alone are taken', () => {
    expect(fr({ ...asking('serviceCode'), worksAuthority: 'only' })).toMatch(
      /^Seules les factures de travaux/,
    );
    expect(fr({ ...asking('serviceCode'), worksAuthority: 'also' })).toBe('Indiquez le code service.');
  });
});
