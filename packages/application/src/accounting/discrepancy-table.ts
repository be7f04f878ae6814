import type { Language } from '@parvis/domain/display/language';
import type { WrittenCell, WrittenTable } from '@parvis/domain/tables/table';
import { findingLabels, findingNextSteps } from './finding-words.js';
import type { Discrepancy } from './reconciliation-store.js';

const columns = [
  { header: { fr: 'Constat', en: 'Finding' }, kind: 'text', width: 34 },
  { header: { fr: 'Facture', en: 'Invoice' }, kind: 'text', width: 22 },
  { header: { fr: 'Numéro en comptabilité', en: 'Number in the books' }, kind: 'text', width: 24 },
  { header: { fr: 'Montant TTC ici', en: 'Amount with VAT here' }, kind: 'amount', width: 18 },
  {
    header: { fr: 'Montant TTC en comptabilité', en: 'Amount with VAT in the books' },
    kind: 'amount',
    width: 24,
  },
  { header: { fr: 'Que faire', en: 'Next step' }, kind: 'text', width: 80 },
] as const;

/** Every discrepancy of a comparison, for a spreadsheet; read as the file is written. */
export const discrepancyTable = (
  pages: AsyncIterable<readonly Discrepancy[]>,
  language: Language,
): WrittenTable => ({
  name: language === 'fr' ? 'Écarts' : 'Discrepancies',
  language,
  columns: columns.map(({ header, ...column }) => ({ ...column, header: header[language] })),
  rows: rowsOf(pages, language),
});

async function* rowsOf(
  pages: AsyncIterable<readonly Discrepancy[]>,
  language: Language,
): AsyncGenerator<readonly WrittenCell[]> {
  for await (const page of pages)
    for (const { finding, invoiceNumber, remoteNumber, remoteId, grossHere, grossThere } of page)
      yield [
        findingLabels[finding][language],
        invoiceNumber ?? null,
        remoteNumber ?? remoteId ?? null,
        grossHere === undefined ? null : { decimal: grossHere },
        grossThere === undefined ? null : { decimal: grossThere },
        findingNextSteps[finding][language],
      ];
}
