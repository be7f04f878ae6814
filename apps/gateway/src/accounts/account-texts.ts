import type { ConfirmEmailChangeRefusal } from '@parvis/application/people/email/confirm-email-change';
import type { EmailChangeRefusal } from '@parvis/application/people/email/request-email-change';
import type { ProofRefusal } from '@parvis/application/people/factors/require-proof';
import type { SignUpInvitedRefusal } from '@parvis/application/people/invitations/sign-up-invited';
import type { ChangePasswordRefusal } from '@parvis/application/people/password/change-password';
import type { ResetPasswordRefusal } from '@parvis/application/people/password/reset-password';
import type { ConfirmRefusal } from '@parvis/application/people/sign-up/confirm-sign-up';
import type { ResendRefusal } from '@parvis/application/people/sign-up/resend-confirmation';
import type { SignUpRefusal } from '@parvis/application/people/sign-up/sign-up';
import type {
  SignUpFault,
  SignUpFaultCode,
  SignUpField,
} from '@parvis/application/people/sign-up/sign-up-faults';
import type { StructureForSignUpAnswer } from '@parvis/application/people/sign-up/structure-for-sign-up';
import type { EmailFault } from '@parvis/domain/access/email-address';
import type { PasswordFault } from '@parvis/domain/access/password-rule';
import {
  identifierProblemText,
  isIdentifierProblem,
} from '@parvis/domain/directory/identifiers/identifier-texts';
import type { IdentifierProblem } from '@parvis/domain/directory/identifiers/parse-identifier';
import type { Language } from '@parvis/domain/display/language';
import { type RefusalText, refusalText } from '../refusals/refusal-texts.js';

/** Every lawful no about accounts. */
export type AccountRefusal =
  | SignUpRefusal
  | SignUpInvitedRefusal
  | ConfirmRefusal
  | ResendRefusal
  | ResetPasswordRefusal
  | ChangePasswordRefusal
  | EmailChangeRefusal
  | ConfirmEmailChangeRefusal
  /** Neither code nor link, or one without what goes with it. */
  | { readonly code: 'proof-missing' };

type Bilingual<Text> = Readonly<Record<Language, Text>>;
type Pair = readonly [message: string, nextStep: string];
type RefusalCode = Exclude<AccountRefusal['code'], EmailFault | PasswordFault | ProofRefusal['code']>;
/** Identifiers have texts of their own, beside their rules. */
type OwnFaultCode = Exclude<SignUpFaultCode, IdentifierProblem>;

const inParis = (moment: Date, language: Language): string =>
  moment.toLocaleTimeString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  });

const texts: Readonly<Record<RefusalCode, Bilingual<Pair>>> = {
  'fields-faulty': {
    fr: ['Des champs sont à corriger.', 'Corrigez chacun, puis recommencez.'],
    en: ['Some fields need correcting.', 'Correct each, then try again.'],
  },
  'too-many-tries': {
    fr: ["Trop d'essais en peu de temps.", "Recommencez à partir de l'heure indiquée."],
    en: ['Too many tries in a short time.', 'Try again from the time shown.'],
  },
  'sign-up-not-found': {
    fr: [
      "Cette inscription n'attend plus de confirmation : elle est déjà confirmée, ou trop ancienne.",
      'Connectez-vous ; si vous ne le pouvez pas, créez votre compte de nouveau.',
    ],
    en: [
      'This sign-up waits for no confirmation: it is confirmed already, or too old.',
      'Sign in; if you cannot, create your account again.',
    ],
  },
  'code-expired': {
    fr: ["Ce code a plus de 15 minutes : il n'est plus valable.", 'Demandez un nouveau code.'],
    en: ['This code is more than 15 minutes old: it is no longer valid.', 'Ask for a new code.'],
  },
  'code-wrong': {
    fr: ['Ce code ne convient pas.', 'Recopiez les six chiffres du dernier message reçu.'],
    en: ['This code does not match.', 'Copy the six digits of the last message you received.'],
  },
  'code-used-up': {
    fr: ["Trop d'essais : ce code est fermé.", 'Demandez un nouveau code.'],
    en: ['Too many tries: this code is closed.', 'Ask for a new code.'],
  },
  'password-wrong': {
    fr: [
      "Ce mot de passe n'est pas celui qui a été choisi à l'inscription.",
      'Essayez de nouveau, ou créez votre compte de nouveau.',
    ],
    en: ['This is not the password chosen at sign-up.', 'Try again, or create your account again.'],
  },
  'invitation-not-found': {
    fr: [
      'Cette invitation n’est plus valable : elle a été utilisée, annulée, ou date de plus de 14 jours.',
      'Demandez-en une nouvelle à la personne qui vous a invité.',
    ],
    en: [
      'This invitation no longer works: it was used, withdrawn, or is older than 14 days.',
      'Ask whoever invited you for a new one.',
    ],
  },
  'address-taken': {
    fr: ['Cette adresse a déjà un compte.', 'Connectez-vous avec ce compte.'],
    en: ['This address has an account already.', 'Sign in with that account.'],
  },
  'resend-too-early': {
    fr: ["Un message vient d'être envoyé.", "Attendez une minute avant d'en demander un autre."],
    en: ['A message has just been sent.', 'Wait a minute before asking for another.'],
  },
  'resend-used-up': {
    fr: [
      'Cinq messages ont été envoyés à cette adresse.',
      "Vérifiez l'adresse et les courriers indésirables ; si rien n'arrive, créez votre compte de nouveau avec une autre adresse.",
    ],
    en: [
      'Five messages were sent to this address.',
      'Check the address and the spam folder; if nothing comes, create your account again with another address.',
    ],
  },
  'link-not-found': {
    fr: ["Ce lien n'ouvre plus rien : il a déjà servi, ou il est trop ancien.", 'Demandez-en un nouveau.'],
    en: ['This link opens nothing any more: it was used, or is too old.', 'Ask for a new one.'],
  },
  'current-password-wrong': {
    fr: ["Ce mot de passe n'est pas le vôtre.", 'Tapez le mot de passe avec lequel vous vous connectez.'],
    en: ['This is not your password.', 'Type the password you sign in with.'],
  },
  'same-address': {
    fr: ["C'est déjà votre adresse.", 'Donnez la nouvelle.'],
    en: ['This is your address already.', 'Give the new one.'],
  },
  'proof-missing': {
    fr: [
      'Il manque le code, ou le lien et le mot de passe.',
      'Donnez le code reçu, ou ouvrez le lien du message.',
    ],
    en: [
      'The code is missing, or the link and the password.',
      'Give the code, or open the link of the message.',
    ],
  },
};

const faults: Readonly<Record<OwnFaultCode, Bilingual<string>>> = {
  missing: { fr: 'Remplissez ce champ.', en: 'Fill in this field.' },
  'too-long': { fr: 'Raccourcissez à 120 caractères.', en: 'Shorten it to 120 characters.' },
  'post-code-malformed': { fr: 'Un code postal a 5 chiffres.', en: 'A post code has 5 digits.' },
  'structure-closed': {
    fr: "Cette structure n'est plus active sur Parvis. Vérifiez le SIRET.",
    en: 'This structure is no longer active on Parvis. Check the SIRET.',
  },
  'of-public-entity': {
    fr: "Ce SIRET est celui d'une entité publique : demandez à la rejoindre depuis l'espace Administration.",
    en: 'This SIRET belongs to a public entity: ask to join it from the public entities’ space.',
  },
  'entity-unknown': {
    fr: "Cette entité publique n'est pas dans l'annuaire. C'est l'administrateur de Parvis qui l'y inscrit : écrivez-lui.",
    en: 'This public entity is not in the directory. The administrator of Parvis enters it: write to them.',
  },
  'email-missing': { fr: 'Indiquez votre adresse électronique.', en: 'Give your e-mail address.' },
  'email-malformed': {
    fr: "Cette adresse n'est pas complète. Exemple : nadia@menuiserie.fr",
    en: 'This address is not complete. Example: nadia@menuiserie.fr',
  },
  'password-missing': { fr: 'Choisissez un mot de passe.', en: 'Choose a password.' },
  'password-too-short': {
    fr: 'Prenez au moins 12 caractères : une courte phrase convient.',
    en: 'Take at least 12 characters: a short sentence will do.',
  },
  'password-too-long': { fr: 'Prenez au plus 128 caractères.', en: 'Take at most 128 characters.' },
  'password-common': {
    fr: "Ce mot de passe est l'un des premiers que l'on devine. Prenez plutôt une phrase à vous.",
    en: 'This password is one of the first to be guessed. Take a sentence of your own instead.',
  },
  'password-personal': {
    fr: 'Ce mot de passe se devine à partir de votre nom ou de votre adresse. Prenez plutôt une phrase.',
    en: 'This password can be guessed from your name or address. Take a sentence instead.',
  },
};

/** The summary above the form lists them without their fields: each names its own. */
const missing: Readonly<Record<SignUpField, Bilingual<string>>> = {
  identifier: { fr: 'Indiquez le SIRET de votre structure.', en: 'Give the SIRET of your structure.' },
  structureName: { fr: 'Indiquez le nom de la structure.', en: 'Give the name of the structure.' },
  street: { fr: 'Indiquez le numéro et la rue.', en: 'Give the number and the street.' },
  postCode: { fr: 'Indiquez le code postal.', en: 'Give the post code.' },
  town: { fr: 'Indiquez la commune.', en: 'Give the town.' },
  email: faults['email-missing'],
  name: { fr: 'Indiquez votre prénom et votre nom.', en: 'Give your first name and name.' },
  password: faults['password-missing'],
};

export const faultSentence = (
  { field, code, structureName, typed = '' }: SignUpFault,
  language: Language,
): string => {
  if (isIdentifierProblem(code)) return identifierSentence(code, typed, language);
  const sentence = (code === 'missing' ? missing[field] : faults[code])[language];
  return structureName ? `${structureName}. ${sentence}` : sentence;
};

const identifierSentence = (problem: IdentifierProblem, typed: string, language: Language): string => {
  const { message, nextStep } = identifierProblemText(problem, typed, language);
  return `${message} ${nextStep}`;
};

/** What happened and what to do. */
export const accountRefusalText = (refusal: AccountRefusal, language: Language): RefusalText => {
  if (refusal.code === 'signed-out' || refusal.code === 'proof-needed') return refusalText(refusal, language);
  const { code } = refusal;
  if (code in faults) return { message: faults[code as OwnFaultCode][language], nextStep: '' };
  const [message, nextStep] = texts[code as RefusalCode][language];
  if (code === 'code-wrong' || code === 'password-wrong')
    return { message, nextStep: `${nextStep} ${triesSentence(refusal.triesLeft, language)}` };
  if (!('retryAt' in refusal)) return { message, nextStep };
  const time = inParis(refusal.retryAt, language);
  return {
    message,
    nextStep: language === 'fr' ? `Réessayez à partir de ${time}.` : `Try again from ${time} (Paris time).`,
  };
};

const triesSentence = (left: number, language: Language): string => {
  if (language === 'fr')
    return left > 1
      ? `Il reste ${left} essais.`
      : left === 1
        ? 'Il reste un essai.'
        : "Il ne reste pas d'essai.";
  return left === 1 ? 'One try is left.' : left > 1 ? `${left} tries are left.` : 'No try is left.';
};

type Kind = Exclude<StructureForSignUpAnswer['kind'], 'malformed'> | 'tooMany';

/** What will come of signing up with a SIRET, in one sentence. */
export const structureSentence = (
  found: Omit<StructureForSignUpAnswer, 'kind'> & { readonly kind: Kind | 'malformed' },
  typed: string,
  language: Language,
): string => {
  const { kind, name = '', town, problem } = found;
  if (kind === 'malformed') return problem ? identifierSentence(problem, typed, language) : '';
  const place = town ? `${name} (${town})` : name;
  const sentences: Readonly<Record<Kind, Bilingual<string>>> = {
    existing: {
      fr: `${place} est déjà sur Parvis : vous demanderez à rejoindre cette structure, ses gestionnaires répondront.`,
      en: `${place} is on Parvis already: you will ask to join it, and its managers will answer.`,
    },
    new: {
      fr: 'Nouvelle structure : donnez son nom et son adresse. Vous en serez le gestionnaire principal.',
      en: 'A new structure: give its name and address. You will be its main manager.',
    },
    closed: {
      fr: `${place}. ${faults['structure-closed'].fr}`,
      en: `${place}. ${faults['structure-closed'].en}`,
    },
    ofPublicEntity: {
      fr: `${place}. ${faults['of-public-entity'].fr}`,
      en: `${place}. ${faults['of-public-entity'].en}`,
    },
    unknownEntity: faults['entity-unknown'],
    tooMany: {
      fr: 'Trop de recherches en peu de temps. Remplissez tous les champs, la suite dira si la structure existe.',
      en: 'Too many look-ups in a short time. Fill in all fields; what follows will say whether the structure exists.',
    },
  };
  return sentences[kind][language];
};
