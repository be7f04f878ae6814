import { describe, expect, it } from 'vitest';
import { directoryEntry } from '../../testing/directory-entry.js';
import { entityColumns, serviceColumns } from './columns.js';
import { csvHeader, csvLines, jsonLine } from './lines.js';

const entry = directoryEntry({
  name: 'Centre "Les Prés", Valmont',
  contact: { name: '=HYPERLINK("x")', phone: '+33 1 23 45 67 89' },
  services: [
    { code: 'A', name: 'Achats', active: true, engagementNumberRequired: true },
    { code: 'B', name: 'Bloc\nopératoire', active: false },
  ],
});

describe('the files of the whole directory', () => {
  it('have a column for each one documented, and every one is explained in both languages', () => {
    const documented = [...entityColumns, ...serviceColumns];
    expect(csvHeader(false)).toBe(`${documented.map(({ name }) => name).join(',')}\r\n`);
    expect(csvHeader(true)).toMatch(/^change,siret,name/);
    expect(documented.filter(({ meaning }) => !meaning.fr || !meaning.en)).toEqual([]);
    expect(new Set(documented.map(({ name }) => name)).size).toBe(documented.length);
  });

  it('hold one line of CSV for each service, quoted where it must be', () => {
    const lines = csvLines(entry).match(/(?:"[^"]*(?:""[^"]*)*"|[^"\r])*\r\n/g) ?? [];
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"Centre ""Les Prés"", Valmont"');
    expect(lines[1]).toContain('"Bloc\nopératoire",false,,');
  });

  it('hold one line for an entity without services', () => {
    expect(csvLines({ ...entry, services: [] }, 'closed').split('\r\n')).toHaveLength(2);
  });

  it('never hold what a spreadsheet would run, and leave telephone numbers alone', () => {
    expect(csvLines(entry)).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csvLines(entry)).toContain(',+33 1 23 45 67 89,');
  });

  it('hold the same in JSON, under the same names, the services within', () => {
    const read: unknown = JSON.parse(jsonLine(entry, 'changed'));
    expect(read).toMatchObject({
      change: 'changed',
      siret: entry.siret,
      services: [
        { serviceCode: 'A', serviceEngagement: true },
        { serviceCode: 'B', serviceActive: false },
      ],
    });
  });
});
