import type { EngagementRefusal } from '@parvis/application/engagements/engagement-refusal';
import type { ImportRefusal } from '@parvis/application/imports/import-refusal';
import type { TableProblem } from '@parvis/domain/tables/table';
import type { Bilingual, TextsFor } from './texts-for.js';

/** Why a file cannot be read as a table. */
const problems: Readonly<Record<TableProblem, (line: string) => Bilingual>> = {
  'not-a-table': () => ({
    fr: ["Ce fichier n'est pas un tableau.", 'Enregistrez-le au format CSV ou XLSX, puis envoyez-le.'],
    en: ['This file is no table.', 'Save it as CSV or XLSX, then send it.'],
  }),
  'old-or-locked': () => ({
    fr: [
      "Ce classeur est d'un ancien format (XLS), ou protégé par un mot de passe.",
      'Enregistrez-le au format XLSX, sans mot de passe, puis envoyez-le.',
    ],
    en: [
      'This workbook has an old format (XLS), or a password.',
      'Save it as XLSX without a password, then send it.',
    ],
  }),
  broken: () => ({
    fr: [
      'Ce fichier est abîmé : il ne peut pas être lu en entier.',
      'Enregistrez-le de nouveau, puis envoyez-le.',
    ],
    en: ['This file is damaged: it cannot be read to its end.', 'Save it again, then send it.'],
  }),
  empty: () => ({
    fr: ['Ce fichier est vide.', 'Vérifiez que les données sont sur la première feuille.'],
    en: ['This file is empty.', 'Check that the data is on the first sheet.'],
  }),
  'unclosed-quote': (line) => ({
    fr: [
      `Un guillemet ouvert à la ligne ${line} n'est jamais fermé.`,
      'Fermez-le ou retirez-le, puis envoyez le fichier.',
    ],
    en: [`A quote opened in line ${line} is never closed.`, 'Close it or take it out, then send the file.'],
  }),
  'too-many-rows': () => ({
    fr: ['Ce fichier compte plus de 50 000 lignes.', 'Coupez-le en plusieurs fichiers.'],
    en: ['This file has more than 50,000 rows.', 'Cut it into several files.'],
  }),
  'too-many-columns': (line) => ({
    fr: [`La ligne ${line} compte plus de 100 colonnes.`, 'Gardez les colonnes utiles, ou partez du modèle.'],
    en: [
      `Line ${line} has more than 100 columns.`,
      'Keep the columns that matter, or begin with the template.',
    ],
  }),
  'too-large': () => ({
    fr: [
      'Ce fichier contient trop de texte.',
      'Gardez les colonnes utiles, ou coupez-le en plusieurs fichiers.',
    ],
    en: ['This file holds too much text.', 'Keep the columns that matter, or cut it into several files.'],
  }),
  'too-complex': () => ({
    fr: [
      'Ce fichier demande trop de travail pour être lu.',
      'Copiez ses valeurs dans un nouveau classeur, puis envoyez-le.',
    ],
    en: ['This file takes too much work to read.', 'Copy its values into a new workbook, then send it.'],
  }),
};

export const importTexts: TextsFor<ImportRefusal | EngagementRefusal> = {
  'import-unreadable': ({ problem, line }) => problems[problem](String(line ?? '?')),
  'import-columns-missing': ({ columns }) => ({
    fr: [
      `Il manque ${columns.length > 1 ? 'les colonnes' : 'la colonne'} ${columns.map(({ fr }) => `« ${fr} »`).join(', ')}.`,
      'Nommez les colonnes sur la première ligne, comme dans le modèle.',
    ],
    en: [
      `The ${columns.length > 1 ? 'columns' : 'column'} ${columns.map(({ en }) => `"${en}"`).join(', ')} ${columns.length > 1 ? 'are' : 'is'} missing.`,
      'Name the columns in the first row, as in the template.',
    ],
  }),
  'import-column-twice': ({ column }) => ({
    fr: [`La colonne « ${column} » est présente deux fois.`, "Retirez l'une des deux."],
    en: [`The column "${column}" is there twice.`, 'Take one of them out.'],
  }),
  'import-no-rows': {
    fr: ["Ce fichier n'a que sa ligne de titres.", 'Ajoutez une ligne par élément, puis envoyez-le.'],
    en: ['This file has nothing but its header.', 'Add a row for each item, then send it.'],
  },
  'import-faulty': ({ rows }) => ({
    fr: [
      `${rows} ${rows > 1 ? 'lignes sont' : 'ligne est'} à corriger. Rien n'a été importé.`,
      'Corrigez le fichier, puis envoyez-le de nouveau.',
    ],
    en: [
      `${rows} ${rows > 1 ? 'rows are' : 'row is'} to be corrected. Nothing was imported.`,
      'Correct the file, then send it again.',
    ],
  }),
  'import-changed': {
    fr: [
      "Les données ont changé depuis l'aperçu. Rien n'a été importé.",
      "Regardez le nouvel aperçu, puis confirmez l'import.",
    ],
    en: [
      'The data has changed since the preview. Nothing was imported.',
      'Look at the new preview, then confirm the import.',
    ],
  },
  'engagement-not-found': {
    fr: ["Cet engagement n'existe pas, ou n'est pas dans vos services.", 'Retrouvez-le dans la liste.'],
    en: ['There is no such engagement, or it is not in your services.', 'Find it in the list.'],
  },
  'engagement-number-taken': ({ number }) => ({
    fr: [`L'engagement ${number} existe déjà.`, 'Retrouvez-le dans la liste, ou vérifiez le numéro.'],
    en: [`The engagement ${number} is there already.`, 'Find it in the list, or check the number.'],
  }),
  'engagement-kept-elsewhere': {
    fr: ['Cet engagement est tenu par le système comptable.', 'Modifiez-le dans le système comptable.'],
    en: ['The accounting system keeps this engagement.', 'Change it in the accounting system.'],
  },
  'engagement-field-wrong': {
    fr: ['Certains champs sont à corriger.', 'Corrigez les champs indiqués, puis enregistrez.'],
    en: ['Some fields are to be corrected.', 'Correct the fields shown, then save.'],
  },
};
