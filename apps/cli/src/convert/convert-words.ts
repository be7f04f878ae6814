import type { Language } from '@parvis/domain/display/language';

const french = {
  usage:
    'Indiquez la forme voulue et deux fichiers : parvis convert --to ubl|cii|factur-x|json ENTRÉE SORTIE',
  alreadyThere: (name: string): string => `${name} existe déjà. Ajoutez --force pour le remplacer.`,
  notWritten: (name: string, cause: string): string =>
    `${name} n'a pas pu être écrit : ${cause}. Vérifiez le dossier et vos droits.`,
  terminal: 'Un PDF ne se montre pas dans un terminal : indiquez un fichier de sortie.',
  notAnInvoice: (path: string): string =>
    `Ce JSON n'est pas une facture telle que --to json l'écrit${path ? ` : voir ${path}` : ''}.`,
  refused: (name: string): string => `${name} n'est pas converti : sa lecture n'est pas sûre.`,
  lost: (target: string): string => `Sans place dans ${target}, et donc absent du résultat :`,
  notTaken: 'Dans le document de départ, et pas dans le résultat :',
  extended: (profile: string): string =>
    `Ce que seul le profil ${profile} connaît (groupes de lignes, frais de service…) n'est pas repris.`,
  valueOf: (field: string, value: string): string => `${field} : ${value}`,
  changed: 'Différent ou absent dans le résultat :',
  attachments: (names: string): string => `Pièces du PDF d'origine qui ne sont pas reprises : ${names}`,
  outsideNorm: "Éléments du document de départ que la norme européenne n'a pas, et qui ne sont pas repris :",
  standardOutput: 'sortie standard',
  invalid: (name: string): string =>
    `Le document de départ était valide. Le résultat (${name}) est écrit, mais il n'est plus valide pour les raisons suivantes :`,
  stillInvalid: "Le document de départ n'est pas valide, le résultat non plus. Voir : parvis validate",
};

/** What `parvis convert` says, in one language. */
export type ConvertWords = typeof french;

const english: ConvertWords = {
  usage: 'Name the form wanted and two files: parvis convert --to ubl|cii|factur-x|json IN OUT',
  alreadyThere: (name) => `${name} exists already. Add --force to replace it.`,
  notWritten: (name, cause) => `${name} could not be written: ${cause}. Check the folder and your rights.`,
  terminal: 'A PDF cannot be shown in a terminal: name a file for the result.',
  notAnInvoice: (path) => `This JSON is not an invoice as --to json writes it${path ? `: see ${path}` : ''}.`,
  refused: (name) => `${name} is not converted: it cannot be read with certainty.`,
  lost: (target) => `Without a place in ${target}, and so not in the result:`,
  notTaken: 'In the document, and not in the result:',
  extended: (profile) =>
    `What only the profile ${profile} knows (groups of lines, service charges…) is not taken over.`,
  valueOf: (field, value) => `${field}: ${value}`,
  changed: 'Different or missing in the result:',
  attachments: (names) => `Files attached to the PDF that are not taken over: ${names}`,
  outsideNorm: 'Elements of the document that the European standard has not, and that are not taken over:',
  standardOutput: 'standard output',
  invalid: (name) =>
    `The document was valid. The result (${name}) is written, and no longer valid for the following reasons:`,
  stillInvalid: 'The document is not valid, nor is the result. See: parvis validate',
};

export const convertWordsIn = (language: Language): ConvertWords => (language === 'fr' ? french : english);
