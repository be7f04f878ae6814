import type { Language } from '@parvis/domain/display/language';
import { levelNames, roleNames } from '@parvis/domain/display/role-names';
import { spaceNames } from '@parvis/domain/display/space-names';
import type { WrittenCell, WrittenTable } from '@parvis/domain/tables/table';
import { calendarDay, lastDay } from '@parvis/domain/time/paris';
import type { RightsExport, RightsRow } from './export-rights.js';

const headers: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Nom', 'Adresse', 'Rôle', 'Espace', 'Niveau', 'Services', "Jusqu'au", 'Dernière connexion', 'État'],
  en: ['Name', 'Address', 'Role', 'Space', 'Level', 'Services', 'Until', 'Last sign-in', 'State'],
};
const DAYS = [6, 7];
const member = { fr: 'Membre', en: 'Member' } as const;
const invited = { fr: 'Invité', en: 'Invited' } as const;

/** Who may do what, as a table to be written. */
export const rightsTable = ({ structure, rows }: RightsExport, language: Language): WrittenTable => ({
  name: structure.name,
  language,
  columns: headers[language].map((header, index) => ({
    header,
    kind: DAYS.includes(index) ? 'day' : 'text',
  })),
  rows: cellsOf(rows, language),
});

async function* cellsOf(
  rows: AsyncIterable<RightsRow>,
  language: Language,
): AsyncGenerator<readonly WrittenCell[]> {
  for await (const { name, email, role, space, level, services, until, lastSignedInAt } of rows)
    yield [
      name ?? null,
      email,
      roleNames[role][language],
      spaceNames[space][language],
      levelNames[level][language],
      services ? services.join(', ') : null,
      until ? { day: lastDay(until) } : null,
      lastSignedInAt ? { day: calendarDay(lastSignedInAt) } : null,
      (name === undefined ? invited : member)[language],
    ];
}
