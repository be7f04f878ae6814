import type { Language } from '../../display/language.js';
import type { BicProblem } from './bic.js';
import type { IbanProblem } from './iban.js';
import type { IdentifierProblem } from './parse-identifier.js';
import type { SirenProblem } from './siren.js';
import { unionVatExample } from './union-vat.js';
import type { VatIdentifierProblem } from './vat-identifier.js';

/** Everything that can be wrong with an identifier somebody typed. */
export type TypedIdentifierProblem =
  | IdentifierProblem
  | SirenProblem
  | VatIdentifierProblem
  | IbanProblem
  | BicProblem;

export interface ProblemText {
  /** What is wrong. */
  readonly message: string;
  /** What to do now. */
  readonly nextStep: string;
}

type Texts = Readonly<Record<Language, readonly [message: string, nextStep: string]>>;

const copyFrench = 'Recopiez-le depuis un document officiel, chiffre par chiffre.';
const copyEnglish = 'Copy it from an official document, digit by digit.';

/** One entry a problem, French and English side by side; `{example}` is an example of the same country, where there is one. */
const texts: Readonly<Record<TypedIdentifierProblem, Texts>> = {
  'siret-length': {
    fr: ['Un SIRET compte 14 chiffres.', "Recopiez-le depuis l'avis de situation INSEE ou un extrait Kbis."],
    en: ['A SIRET has 14 digits.', 'Copy it from the INSEE register or a company extract.'],
  },
  'siret-check-digit': {
    fr: ["Ce SIRET n'existe pas : un de ses chiffres est faux, ou deux sont échangés.", copyFrench],
    en: ['This SIRET does not exist: one of its digits is wrong, or two are swapped.', copyEnglish],
  },
  'siren-length': {
    fr: ['Un SIREN compte 9 chiffres.', 'Ce sont les 9 premiers chiffres du SIRET.'],
    en: ['A SIREN has 9 digits.', 'They are the first 9 digits of the SIRET.'],
  },
  'siren-check-digit': {
    fr: ["Ce SIREN n'existe pas : un de ses chiffres est faux, ou deux sont échangés.", copyFrench],
    en: ['This SIREN does not exist: one of its digits is wrong, or two are swapped.', copyEnglish],
  },
  'ridet-form': {
    fr: ['Un RIDET compte 9 ou 10 chiffres.', "Recopiez-le depuis l'avis de situation de l'ISEE."],
    en: ['A RIDET has 9 or 10 digits.', 'Copy it from the ISEE register.'],
  },
  'tahiti-form': {
    fr: [
      'Un numéro TAHITI compte 9 ou 10 signes : un chiffre ou une lettre, puis des chiffres.',
      "Recopiez-le depuis l'avis de situation de l'ISPF.",
    ],
    en: [
      'A TAHITI number has 9 or 10 signs: a digit or a letter, then digits.',
      'Copy it from the ISPF register.',
    ],
  },
  'outside-union-form': {
    fr: [
      "L'identifiant d'une entreprise hors de l'Union européenne commence par les deux lettres de son pays, suivies des 16 premiers caractères de son nom au plus.",
      'Exemple : CHHORLOGERIE DU L.',
    ],
    en: [
      'The identifier of a firm outside the European Union begins with the two letters of its country, followed by at most the first 16 characters of its name.',
      'Example: CHHORLOGERIE DU L.',
    ],
  },
  'outside-union-country': {
    fr: [
      "Ces deux premières lettres ne sont pas celles d'un pays hors de l'Union européenne.",
      "Pour un pays de l'Union, choisissez le numéro de TVA ; pour la France, le SIRET, le RIDET ou le numéro TAHITI.",
    ],
    en: [
      'The first two letters are not those of a country outside the European Union.',
      'For a country of the Union choose the VAT number; for France the SIRET, the RIDET or the TAHITI number.',
    ],
  },
  'person-birth': {
    fr: [
      "L'identifiant d'un particulier commence par dix signes : sexe, année et mois de naissance sur deux chiffres chacun, lieu de naissance sur cinq.",
      'Ce sont les dix premiers signes du numéro de sécurité sociale.',
    ],
    en: [
      'The identifier of a person begins with ten signs: sex, year and month of birth with two digits each, place of birth with five.',
      'They are the first ten signs of the French social security number.',
    ],
  },
  'person-names': {
    fr: [
      'Après les dix premiers signes viennent le nom et le prénom, sans espaces, 70 lettres au plus.',
      'Exemple : 1850375011MARTINPAUL.',
    ],
    en: [
      'After the first ten signs come surname and first name, without spaces, 70 letters at most.',
      'Example: 1850375011MARTINPAUL.',
    ],
  },
  'other-identifier-form': {
    fr: [
      "L'identifiant compte de 1 à 80 caractères, sur une ligne.",
      "Indiquez la référence que vous a donnée l'administration.",
    ],
    en: [
      'The identifier has 1 to 80 characters, in one line.',
      'Give the reference the administration gave you.',
    ],
  },
  'vat-country': {
    fr: [
      "Ce numéro ne commence pas par les deux lettres d'un pays de l'Union européenne autre que la France.",
      'Ajoutez-les au début : BE pour la Belgique, DE pour l’Allemagne, EL pour la Grèce…',
    ],
    en: [
      'This number does not begin with the two letters of a country of the European Union other than France.',
      'Put them first: BE for Belgium, DE for Germany, EL for Greece…',
    ],
  },
  'vat-form': {
    fr: [
      "Ce numéro n'a pas la forme des numéros de TVA de ce pays[ : {example}].",
      'Recopiez-le depuis une facture ou un document fiscal de cette entreprise.',
    ],
    en: [
      'This number does not look like the VAT numbers of this country[: {example}].',
      'Copy it from an invoice or a tax document of this firm.',
    ],
  },
  'vat-check-digit': {
    fr: ["Ce numéro de TVA n'existe pas : un de ses signes est faux, ou deux sont échangés.", copyFrench],
    en: ['This VAT number does not exist: one of its signs is wrong, or two are swapped.', copyEnglish],
  },
  'french-vat-form': {
    fr: [
      'Un numéro de TVA français s’écrit FR, deux signes de clé, puis les 9 chiffres du SIREN.',
      'Recopiez-le depuis une facture ou un document fiscal.',
    ],
    en: [
      'A French VAT number is FR, a key of two signs, then the 9 digits of the SIREN.',
      'Copy it from an invoice or a tax document.',
    ],
  },
  'french-vat-key': {
    fr: ['La clé de ce numéro de TVA ne correspond pas au SIREN qui la suit.', copyFrench],
    en: ['The key of this VAT number does not go with the SIREN after it.', copyEnglish],
  },
  'iban-country': {
    fr: [
      "Cet IBAN ne commence pas par les deux lettres d'un pays qui en utilise.",
      'Recopiez-le en entier depuis un RIB.',
    ],
    en: [
      'This IBAN does not begin with the two letters of a country that uses them.',
      'Copy all of it from a bank statement.',
    ],
  },
  'iban-length': {
    fr: [
      'Il manque des caractères à cet IBAN, ou il y en a trop pour son pays (27 pour un IBAN français).',
      'Recopiez-le en entier depuis un RIB.',
    ],
    en: [
      'This IBAN has too few or too many characters for its country (27 in France).',
      'Copy all of it from a bank statement.',
    ],
  },
  'iban-check-digits': {
    fr: [
      'Cet IBAN est faux : un de ses caractères est erroné, ou deux sont échangés.',
      'Recopiez-le depuis un RIB.',
    ],
    en: [
      'This IBAN is wrong: one of its characters is, or two are swapped.',
      'Copy it from a bank statement.',
    ],
  },
  'bic-form': {
    fr: [
      'Un BIC compte 8 ou 11 caractères : six lettres, puis des lettres ou des chiffres.',
      'Recopiez-le depuis un RIB, ou laissez le champ vide.',
    ],
    en: [
      'A BIC has 8 or 11 characters: six letters, then letters or digits.',
      'Copy it from a bank statement, or leave the field empty.',
    ],
  },
  'bic-country': {
    fr: [
      "Les lettres 5 et 6 de ce BIC ne sont pas celles d'un pays.",
      'Recopiez-le depuis un RIB, ou laissez le champ vide.',
    ],
    en: [
      'Letters 5 and 6 of this BIC are not those of a country.',
      'Copy it from a bank statement, or leave the field empty.',
    ],
  },
};

/** Whether a form's code is about an identifier. */
export const isIdentifierProblem = (code: string): code is TypedIdentifierProblem =>
  Object.hasOwn(texts, code);

/** What is wrong with what was typed, and what to do. */
export const identifierProblemText = (
  problem: TypedIdentifierProblem,
  typed: string,
  language: Language,
): ProblemText => {
  const [message, nextStep] = texts[problem][language];
  const example = unionVatExample(typed);
  return {
    message: message.replace(/\[(.*?)\]/, (_, part: string) =>
      example === undefined ? '' : part.replace('{example}', example),
    ),
    nextStep,
  };
};
