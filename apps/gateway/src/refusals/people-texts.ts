import {
  MAXIMUM_TEXT,
  type PeopleFault,
  type PeopleFaultCode,
  type PeopleRefusal,
} from '@parvis/application/people/refusals';
import type { GrantCondition } from '@parvis/domain/access/granting';
import type { Language } from '@parvis/domain/display/language';
import type { Bilingual, TextsFor } from './texts-for.js';

export type PeopleRefusals = Exclude<PeopleRefusal, { readonly code: 'not-allowed' | 'form-faulty' }>;

/** What is said of acts on people, requests, claims and mandates. */
export const peopleTexts: TextsFor<PeopleRefusals> = {
  'structure-not-found': {
    fr: ["Cette structure n'existe pas.", 'Cherchez-la par son SIRET.'],
    en: ['There is no such structure.', 'Look for it by its SIRET.'],
  },
  'person-not-found': {
    fr: ['Cette personne ne fait pas, ou plus, partie de la structure.', 'Rechargez la liste des personnes.'],
    en: ['This person does not belong to the structure, or no longer.', 'Reload the list of people.'],
  },
  'already-member': {
    fr: [
      'Cette personne fait déjà partie de la structure.',
      'Modifiez ses droits dans la liste des personnes.',
    ],
    en: ['This person belongs to the structure already.', 'Change their rights in the list of people.'],
  },
  'grant-refused': ({ condition }) => conditionTexts[condition],
  'request-not-found': {
    fr: ["Cette demande n'existe pas, ou n'est pas une des vôtres.", 'Rechargez la liste des demandes.'],
    en: ['There is no such request, or it is not one of yours.', 'Reload the list of requests.'],
  },
  'request-open': {
    fr: [
      'Vous avez déjà une demande en attente pour cette structure.',
      'Suivez-la dans vos demandes ; vous pouvez relancer une fois par jour.',
    ],
    en: [
      'You have a request waiting for this structure already.',
      'Follow it in your requests; you can remind once a day.',
    ],
  },
  'request-closed': {
    fr: ['Cette demande a déjà reçu une réponse.', 'Rechargez la liste : elle montre laquelle.'],
    en: ['This request has been answered already.', 'Reload the list: it shows the answer.'],
  },
  'reminded-already': ({ retryAt }) => ({
    fr: ['Une relance par jour est possible.', `Relancez à partir du ${dayAndTime(retryAt, 'fr')}.`],
    en: ['You can remind once a day.', `Remind again from ${dayAndTime(retryAt, 'en')}.`],
  }),
  'asked-too-often': ({ retryAt }) => ({
    fr: [
      'Cela vient d’être demandé plusieurs fois : chaque fois, un message part à d’autres personnes.',
      `Recommencez à partir du ${dayAndTime(retryAt, 'fr')}.`,
    ],
    en: [
      'This was asked several times just now, and each time a message goes to others.',
      `Ask again from ${dayAndTime(retryAt, 'en')}.`,
    ],
  }),
  'invitation-open': {
    fr: [
      'Une invitation attend déjà à cette adresse.',
      "Annulez-la avant d'en envoyer une autre, ou attendez 14 jours.",
    ],
    en: [
      'An invitation waits at this address already.',
      'Withdraw it before you send another, or wait 14 days.',
    ],
  },
  'invitation-not-found': {
    fr: ["Cette invitation n'est plus valable.", 'Demandez-en une nouvelle à la personne qui vous a invité.'],
    en: ['This invitation is no longer good.', 'Ask whoever invited you for a new one.'],
  },
  'invitation-for-another': {
    fr: [
      'Cette invitation est pour une autre adresse que la vôtre.',
      "Connectez-vous avec l'adresse à laquelle le message est arrivé.",
    ],
    en: ['This invitation is for another address than yours.', 'Sign in with the address the mail came to.'],
  },
  'claim-too-early': ({ claimableAt }) => ({
    fr: [
      'Les gestionnaires de cette structure se connectent encore.',
      `Envoyez une demande de rattachement ; sans réponse, vous pourrez reprendre la gestion à partir du ${dayAndTime(claimableAt, 'fr')}.`,
    ],
    en: [
      'The managers of this structure still sign in.',
      `Ask to join; without an answer you can claim its management from ${dayAndTime(claimableAt, 'en')}.`,
    ],
  }),
  'claim-open': {
    fr: ['Une demande de gestion est déjà ouverte pour cette structure.', 'Attendez sa décision.'],
    en: ['A claim to manage this structure is open already.', 'Wait until it is decided.'],
  },
  'claim-not-found': {
    fr: [
      "Cette demande de gestion n'existe pas, ou ce n'est pas à vous d'en décider.",
      'Rechargez la liste des demandes.',
    ],
    en: ['There is no such claim, or it is not for you to decide.', 'Reload the list of requests.'],
  },
  'claim-closed': {
    fr: ['Cette demande de gestion est déjà tranchée.', 'Rechargez la page : elle montre comment.'],
    en: ['This claim has been decided already.', 'Reload the page: it shows how.'],
  },
  'decided-already': {
    fr: ['Vous vous êtes déjà prononcé sur cette demande.', 'Une seconde personne doit se prononcer.'],
    en: ['You have decided on this claim already.', 'A second person must decide.'],
  },
  'proof-refused': {
    fr: [
      "Le justificatif n'est pas disponible, est vide, dépasse 10 Mo ou n'est pas d'un type accepté.",
      'Envoyez un PDF ou une image, puis recommencez.',
    ],
    en: [
      'The proof is not available, is empty, is larger than 10 MB or is of a kind that is not taken.',
      'Send a PDF or a picture, then try again.',
    ],
  },
  'mandate-not-found': {
    fr: ["Ce mandat n'existe pas, ou n'est pas un des vôtres.", 'Retrouvez-le dans la liste des mandats.'],
    en: ['There is no such mandate, or it is not one of yours.', 'Find it in the list of mandates.'],
  },
  'mandate-open': {
    fr: ['Cette structure a déjà un mandat de votre part.', 'Révoquez-le avant d’en donner un autre.'],
    en: ['This structure has a mandate from you already.', 'Revoke it before you give another.'],
  },
  'mandate-closed': {
    fr: ['Ce mandat est terminé, ou a déjà reçu une réponse.', 'Rechargez la liste des mandats.'],
    en: ['This mandate is over, or has been answered already.', 'Reload the list of mandates.'],
  },
};

const conditionTexts: Readonly<Record<GrantCondition, Bilingual>> = {
  notOneself: {
    fr: ['Personne ne modifie ses propres droits.', 'Demandez-le à un autre gestionnaire.'],
    en: ['Nobody changes their own rights.', 'Ask another manager.'],
  },
  deputyLeavesMainManager: {
    fr: [
      'Un gestionnaire secondaire ne modifie pas les droits du gestionnaire principal.',
      'Demandez-le au gestionnaire principal.',
    ],
    en: ['A deputy does not change the rights of a main manager.', 'Ask the main manager.'],
  },
  mainManagerAppoints: {
    fr: [
      'Seul le gestionnaire principal nomme et retire des gestionnaires.',
      'Demandez-le au gestionnaire principal.',
    ],
    en: ['Only the main manager appoints and removes managers.', 'Ask the main manager.'],
  },
  mainManagerRemains: {
    fr: [
      'La structure resterait sans gestionnaire principal.',
      "Nommez d'abord un autre gestionnaire principal, sans date de fin.",
    ],
    en: ['The structure would be left without a main manager.', 'First appoint another one, without an end.'],
  },
  withinTheSide: {
    fr: [
      "Un des espaces choisis n'existe pas pour cette structure.",
      'Retirez cet espace, puis enregistrez.',
    ],
    en: ['One of the spaces does not exist for this structure.', 'Remove this space, then save.'],
  },
  servicesWhereTheyCount: {
    fr: [
      'Un des espaces ne se limite pas à des services : seuls les factures reçues et les engagements d’une entité publique le peuvent.',
      'Donnez tout l’espace.',
    ],
    en: [
      'One of the spaces cannot be narrowed to services: only received invoices and engagements of a public entity can.',
      'Give the whole space.',
    ],
  },
  endLiesAhead: {
    fr: ['Une des dates de fin est déjà passée.', 'Choisissez une date à venir.'],
    en: ['One of the ends lies in the past.', 'Choose a date to come.'],
  },
};

/** What is wrong with one field, and what to write instead. */
export const peopleFaultText = (
  { field, code }: PeopleFault,
  language: Language,
): { readonly message: string; readonly nextStep: string } => {
  const [message, nextStep] = (code === 'missing' && missing[field] ? missing[field] : faultTexts[code])[
    language
  ];
  return { message, nextStep };
};

const missing: Readonly<Record<string, Bilingual>> = {
  reason: {
    fr: ['Il manque le motif.', "Écrivez une phrase : elle reste dans l'historique."],
    en: ['The reason is missing.', 'Write a sentence: it stays in the history.'],
  },
  email: {
    fr: ["Il manque l'adresse de messagerie.", 'Écrivez celle de la personne à inviter.'],
    en: ['The e-mail address is missing.', 'Write that of the person to invite.'],
  },
  explanation: {
    fr: ["Il manque l'explication.", 'Dites pourquoi les gestionnaires ne répondent plus.'],
    en: ['The explanation is missing.', 'Say why the managers no longer answer.'],
  },
};

const faultTexts: Readonly<Record<PeopleFaultCode, Bilingual>> = {
  missing: {
    fr: ['Ce champ est vide.', 'Écrivez une phrase : elle reste dans l’historique.'],
    en: ['This field is empty.', 'Write a sentence: it stays in the history.'],
  },
  'too-long': {
    fr: [`Ce texte dépasse ${MAXIMUM_TEXT} caractères.`, 'Raccourcissez-le.'],
    en: [`This text is longer than ${MAXIMUM_TEXT} characters.`, 'Shorten it.'],
  },
  'email-malformed': {
    fr: ["Ce n'est pas une adresse de messagerie.", 'Écrivez-la sous la forme prenom.nom@exemple.fr.'],
    en: ['This is not an e-mail address.', 'Write it like first.last@example.com.'],
  },
  'date-past': {
    fr: ['Cette date est déjà passée.', 'Choisissez une date à venir.'],
    en: ['This date lies in the past.', 'Choose a date to come.'],
  },
  'date-before-start': {
    fr: ['La fin précède le début.', 'Choisissez une fin après le début.'],
    en: ['The end comes before the start.', 'Choose an end after the start.'],
  },
  'grants-missing': {
    fr: ["Aucun espace n'est choisi.", 'Choisissez au moins un espace, en lecture ou en entier.'],
    en: ['No space is chosen.', 'Choose one space at least, to read or in full.'],
  },
  'space-twice': {
    fr: ['Un espace est donné deux fois.', 'Gardez une ligne par espace.'],
    en: ['A space is given twice.', 'Keep one line for each space.'],
  },
  'services-none': {
    fr: [
      'Aucun service n’est choisi.',
      'Choisissez au moins un service, ou décochez « Limiter à des services ».',
    ],
    en: ['No service is chosen.', 'Choose one service at least, or untick "Limit to services".'],
  },
  'service-unknown': {
    fr: ["Un des services n'existe pas dans cette entité.", 'Choisissez-les dans la liste.'],
    en: ['One of the services does not exist in this entity.', 'Choose them from the list.'],
  },
  'space-beyond-mandate': {
    fr: [
      "Ce type de mandat ne donne pas cet accès : un affactureur consulte les factures émises, et rien d'autre.",
      'Retirez cet espace, ou choisissez un autre type de mandat.',
    ],
    en: [
      'This kind of mandate does not give this access: a factor reads issued invoices and nothing else.',
      'Remove this space, or choose another kind of mandate.',
    ],
  },
  'holder-unknown': {
    fr: [
      'Aucun fournisseur inscrit ne porte ce SIRET.',
      "Vérifiez les 14 chiffres, ou invitez cette structure à s'inscrire.",
    ],
    en: [
      'No supplier signed up has this SIRET.',
      'Check the 14 digits, or invite this structure to sign up.',
    ],
  },
  'holder-is-client': {
    fr: ['Ce SIRET est le vôtre.', 'Saisissez celui de la structure qui agira pour vous.'],
    en: ['This SIRET is your own.', 'Give that of the structure that will act for you.'],
  },
};

const dayAndTime = (at: Date, language: Language): string =>
  at.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  });
