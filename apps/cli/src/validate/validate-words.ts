import type { Language } from '@parvis/domain/display/language';

const plural = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

const french = {
  noFile: 'Indiquez au moins un fichier ou un dossier : parvis validate FICHIER…',
  nothingFound: 'Aucun fichier .xml ou .pdf à vérifier dans ce qui a été indiqué.',
  emptyFolder: (folder: string): string => `Aucun fichier .xml ou .pdf à vérifier dans ${folder}.`,
  standardInput: 'entrée standard',
  valid: 'valide',
  faults: (count: number): string => plural(count, 'point à corriger', 'points à corriger'),
  warnings: (count: number): string => plural(count, 'avertissement', 'avertissements'),
  notJudged: 'pas vérifié',
  /** The list of the model and the position in it, from 1. */
  place: (list: string, position: number): string => `${frenchPlaces[list] ?? list} n° ${position}`,
  elsewhereIn: (list: string, positions: string, count: number): string =>
    `… et ${count} ${count > 1 ? 'autres' : 'autre'} (${frenchPlaces[list] ?? list} n° ${positions})`,
  elsewhere: (count: number): string =>
    `… et ${plural(count, 'autre endroit du fichier', 'autres endroits du fichier')}`,
  remarks: (count: number): string =>
    plural(count, 'remarque technique sur le fichier', 'remarques techniques sur le fichier'),
  remarksFor: "Sans effet sur la validité. À montrer à l'éditeur de votre logiciel de facturation :",
  rule: (rules: readonly string[]): string => (rules.length > 1 ? 'Règles' : 'Règle'),
  consequences: (rules: string): string => `Se règle sans doute en même temps : ${rules}`,
  progress: (done: number, invalid: number, file: string): string =>
    `${plural(done, 'fichier vérifié', 'fichiers vérifiés')}, ${plural(invalid, 'non valide', 'non valides')} · ${file}`,
  summary: (files: number, valid: number, invalid: number, notJudged: number): string =>
    [
      `${plural(files, 'fichier', 'fichiers')} : ${plural(valid, 'valide', 'valides')}`,
      ...(invalid > 0 ? [plural(invalid, 'non valide', 'non valides')] : []),
      ...(notJudged > 0 ? [plural(notJudged, 'non vérifié', 'non vérifiés')] : []),
    ].join(', '),
};

/** What `parvis validate` says, in one language. */
export type ValidateWords = typeof french;

const frenchPlaces: Readonly<Record<string, string>> = {
  lines: 'ligne de facture',
  vatBreakdown: 'ventilation de TVA',
  allowances: 'remise',
  charges: 'frais',
  payments: 'paiement',
  notes: 'note',
  precedingInvoices: 'facture antérieure',
  supportingDocuments: 'pièce justificative',
};

const english: ValidateWords = {
  noFile: 'Name at least one file or folder: parvis validate FILE…',
  nothingFound: 'There is no .xml or .pdf file to check in what was named.',
  emptyFolder: (folder) => `There is no .xml or .pdf file to check in ${folder}.`,
  standardInput: 'standard input',
  valid: 'valid',
  faults: (count) => plural(count, 'thing to correct', 'things to correct'),
  warnings: (count) => plural(count, 'warning', 'warnings'),
  notJudged: 'not checked',
  place: (list, position) => `${englishPlaces[list] ?? list} no. ${position}`,
  elsewhereIn: (list, positions, count) =>
    `… and ${plural(count, 'other', 'others')} (${englishPlaces[list] ?? list} no. ${positions})`,
  elsewhere: (count) => `… and ${plural(count, 'other place in the file', 'other places in the file')}`,
  remarks: (count) => plural(count, 'technical remark on the file', 'technical remarks on the file'),
  remarksFor: 'Without effect on validity. To show to your invoicing software vendor:',
  rule: (rules) => (rules.length > 1 ? 'Rules' : 'Rule'),
  consequences: (rules) => `Probably mended with it: ${rules}`,
  progress: (done, invalid, file) =>
    `${plural(done, 'file checked', 'files checked')}, ${invalid} not valid · ${file}`,
  summary: (files, valid, invalid, notJudged) =>
    [
      `${plural(files, 'file', 'files')}: ${valid} valid`,
      ...(invalid > 0 ? [`${invalid} not valid`] : []),
      ...(notJudged > 0 ? [`${notJudged} not checked`] : []),
    ].join(', '),
};

const englishPlaces: Readonly<Record<string, string>> = {
  lines: 'invoice line',
  vatBreakdown: 'VAT breakdown',
  allowances: 'allowance',
  charges: 'charge',
  payments: 'payment',
  notes: 'note',
  precedingInvoices: 'preceding invoice',
  supportingDocuments: 'supporting document',
};

export const validateWordsIn = (language: Language): ValidateWords => (language === 'fr' ? french : english);
