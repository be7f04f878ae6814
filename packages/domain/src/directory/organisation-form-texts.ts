import type { Language } from '../display/language.js';
import type { BankAccountFaultCode } from './bank-account-form.js';
import {
  identifierProblemText,
  isIdentifierProblem,
  type ProblemText,
  type TypedIdentifierProblem,
} from './identifiers/identifier-texts.js';
import type { MoveFaultCode } from './move-form.js';
import type { OrganisationFaultCode } from './organisation-form.js';

/** Everything a form about one's own structure may say of a field. */
export type OwnStructureFaultCode = OrganisationFaultCode | BankAccountFaultCode | MoveFaultCode;

type Texts = Readonly<Record<Language, readonly [message: string, nextStep: string]>>;

/** What is wrong with a field, and what to write instead; `typed` is what stands in it. */
export const organisationFaultText = (
  code: OwnStructureFaultCode,
  typed: string,
  language: Language,
): ProblemText => {
  if (isIdentifierProblem(code)) return identifierProblemText(code, typed, language);
  const [message, nextStep] = texts[code][language];
  return { message, nextStep };
};

const texts: Readonly<Record<Exclude<OwnStructureFaultCode, TypedIdentifierProblem>, Texts>> = {
  'name-missing': {
    fr: ['Il manque le nom.', 'Écrivez la raison sociale, telle qu’elle figure sur vos factures.'],
    en: ['The name is missing.', 'Write the registered name as it stands on your invoices.'],
  },
  'name-too-long': {
    fr: ['Le nom dépasse 200 caractères.', 'Raccourcissez-le.'],
    en: ['The name is longer than 200 characters.', 'Shorten it.'],
  },
  'text-too-long': {
    fr: ['Ce texte est trop long.', 'Raccourcissez-le.'],
    en: ['This text is too long.', 'Shorten it.'],
  },
  'country-unknown': {
    fr: ["Ce pays n'existe pas.", 'Choisissez-le dans la liste.'],
    en: ['There is no such country.', 'Choose it from the list.'],
  },
  'post-code-malformed': {
    fr: ["Ce n'est pas un code postal de ce pays.", 'En France, un code postal compte 5 chiffres.'],
    en: ['This is no post code of that country.', 'In France a post code has 5 digits.'],
  },
  'post-code-missing': {
    fr: ['Il manque le code postal.', 'Ajoutez-le : il donne le département.'],
    en: ['The post code is missing.', 'Add it: it gives the department.'],
  },
  'town-missing': {
    fr: ['Il manque la ville.', 'Ajoutez-la à l’adresse.'],
    en: ['The town is missing.', 'Add it to the address.'],
  },
  'email-malformed': {
    fr: ["Ce n'est pas une adresse électronique.", 'Écrivez-la comme contact@entreprise.example.'],
    en: ['This is no e-mail address.', 'Write it like contact@firm.example.'],
  },
  'phone-malformed': {
    fr: ["Ce n'est pas un numéro de téléphone.", 'Écrivez-le avec des chiffres : 01 99 00 12 34.'],
    en: ['This is no telephone number.', 'Write it with digits: +33 1 99 00 12 34.'],
  },
  'vat-of-another': {
    fr: [
      'Ce numéro de TVA est celui d’une autre entreprise : il ne contient pas votre SIREN.',
      'Les 9 derniers chiffres du numéro sont ceux de votre SIREN.',
    ],
    en: [
      'This VAT number is another firm’s: it does not hold your SIREN.',
      'The last 9 digits of the number are those of your SIREN.',
    ],
  },
  'label-missing': {
    fr: ['Il manque un nom pour ce compte.', 'Écrivez ce qui le distingue : « Compte courant ».'],
    en: ['A name for this account is missing.', 'Write what tells it apart: "Current account".'],
  },
  'factor-missing': {
    fr: ['Il manque le nom de l’affactureur.', 'Écrivez à qui appartient ce compte.'],
    en: ['The name of the factor is missing.', 'Write whose account it is.'],
  },
  'iban-there-already': {
    fr: ['Ce compte est déjà dans votre liste.', 'Il n’y a rien à ajouter.'],
    en: ['This account is in your list already.', 'There is nothing to add.'],
  },
  'siret-same': {
    fr: ['C’est déjà le SIRET de la structure.', 'Indiquez le nouveau.'],
    en: ['This is the SIRET of the structure already.', 'Give the new one.'],
  },
  'day-malformed': {
    fr: ["Ce jour n'existe pas.", 'Choisissez une date du calendrier.'],
    en: ['There is no such day.', 'Choose a date of the calendar.'],
  },
  'moved-in-future': {
    fr: [
      'Le changement prend effet tout de suite : sa date ne peut pas être à venir.',
      'Revenez le jour où le nouveau SIRET existe.',
    ],
    en: [
      'The change takes effect at once: its day cannot lie ahead.',
      'Come back on the day the new SIRET exists.',
    ],
  },
  'accepted-until-past': {
    fr: ['Ce jour est passé.', 'Choisissez aujourd’hui ou un jour à venir.'],
    en: ['This day is over.', 'Choose today or a day to come.'],
  },
  'accepted-too-long': {
    fr: ['L’ancien identifiant peut être accepté un an au plus.', 'Choisissez une date plus proche.'],
    en: ['The old identifier may be taken for a year at most.', 'Choose a nearer day.'],
  },
  'reason-missing': {
    fr: ['Il manque le motif.', 'Écrivez-le en quelques mots : déménagement, fusion, nouvelle entreprise.'],
    en: ['The reason is missing.', 'Write it in a few words: new premises, merger, new firm.'],
  },
};
