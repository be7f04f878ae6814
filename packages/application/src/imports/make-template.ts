import type { Language } from '@parvis/domain/display/language';
import type { NamedTable } from './export-table.js';
import { importDesks } from './import-desk.js';
import type { ImportKind } from './import-plan.js';

const fileNames: Readonly<Record<ImportKind, Readonly<Record<Language, string>>>> = {
  services: { fr: 'modele-services', en: 'services-template' },
  engagements: { fr: 'modele-engagements', en: 'engagements-template' },
};

/** An empty file with the right columns. */
export const makeTemplate = (kind: ImportKind, language: Language): NamedTable => {
  const { name, columns } = importDesks[kind];
  return {
    fileName: fileNames[kind][language],
    table: {
      name: name[language],
      language,
      columns: columns.map(({ header, ...column }) => ({ ...column, header: header[language] })),
      rows: noRows(),
    },
  };
};

async function* noRows(): AsyncGenerator<never> {}
