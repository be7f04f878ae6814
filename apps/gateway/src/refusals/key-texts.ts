import type { ActRefusal } from '@parvis/application/refusals';
import type { KeyActRefusal } from '@parvis/application/technical-accounts/issue-key';
import type { TokenRefusal } from '@parvis/application/technical-accounts/issue-token';
import type { CallerRefusal } from '@parvis/application/technical-accounts/who-calls';
import type { Language } from '@parvis/domain/display/language';
import { spaceNames } from '@parvis/domain/display/space-names';
import type { TextsFor } from './texts-for.js';

export type KeyRefusals = Exclude<KeyActRefusal, ActRefusal> | CallerRefusal | TokenRefusal;

const dayOf = (moment: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Paris',
  }).format(moment);

const newKey = {
  fr: 'Créez une nouvelle clé à la page « Accès API », ou demandez-la à qui gère les clés de votre structure.',
  en: 'Make a new key on the page "API access", or ask whoever manages the keys of your structure.',
} as const;

/** What programs and those who look after them are told. */
export const keyTexts: TextsFor<KeyRefusals> = {
  'key-unknown': {
    fr: ["Cette clé n'existe pas.", `Vérifiez qu'elle est copiée en entier. ${newKey.fr}`],
    en: ['This key does not exist.', `Check that it was copied whole. ${newKey.en}`],
  },
  'key-expired': ({ publicPart, expiredAt }) => ({
    fr: [`La clé ${publicPart} a pris fin le ${dayOf(expiredAt, 'fr')}.`, newKey.fr],
    en: [`The key ${publicPart} ended on ${dayOf(expiredAt, 'en')}.`, newKey.en],
  }),
  'key-revoked': ({ publicPart, revokedAt }) => ({
    fr: [`La clé ${publicPart} a été révoquée le ${dayOf(revokedAt, 'fr')}.`, newKey.fr],
    en: [`The key ${publicPart} was revoked on ${dayOf(revokedAt, 'en')}.`, newKey.en],
  }),
  'technical-account-closed': ({ name, closedAt }) => ({
    fr: [`Le compte technique « ${name} » a été fermé le ${dayOf(closedAt, 'fr')}.`, newKey.fr],
    en: [`The technical account "${name}" was closed on ${dayOf(closedAt, 'en')}.`, newKey.en],
  }),
  'access-token-over': {
    fr: [
      "Ce jeton d'accès n'est plus valable : il vit dix minutes.",
      'Demandez-en un autre à /api/oauth/token, puis recommencez.',
    ],
    en: [
      'This access token is no longer valid: it lives ten minutes.',
      'Ask for another at /api/oauth/token, then try again.',
    ],
  },
  'client-mismatch': {
    fr: [
      'client_id et client_secret ne vont pas ensemble.',
      'client_id est la partie publique de la clé (les douze caractères après « parvis_ »), client_secret la clé entière.',
    ],
    en: [
      'client_id and client_secret do not belong together.',
      'client_id is the public part of the key (the twelve characters after "parvis_"), client_secret the whole key.',
    ],
  },
  'technical-account-not-found': {
    fr: ["Ce compte technique n'existe pas, ou n'est pas un des vôtres.", 'Rechargez la page.'],
    en: ['This technical account does not exist, or is not one of yours.', 'Reload the page.'],
  },
  'key-not-found': {
    fr: ["Cette clé n'existe pas, ou n'est pas une des vôtres.", 'Rechargez la page.'],
    en: ['This key does not exist, or is not one of yours.', 'Reload the page.'],
  },
  'key-no-longer-in-force': {
    fr: ["Cette clé n'est plus en vigueur, ou a déjà été renouvelée.", 'Rechargez la page.'],
    en: ['This key is no longer in force, or was renewed already.', 'Reload the page.'],
  },
  'name-required': {
    fr: ['Le nom du programme manque.', 'Donnez-lui un nom que vos collègues reconnaîtront.'],
    en: ['The name of the program is missing.', 'Give it a name that your colleagues will recognise.'],
  },
  'name-too-long': ({ maximum }) => ({
    fr: [`Le nom dépasse ${maximum} caractères.`, 'Raccourcissez-le.'],
    en: [`The name is longer than ${maximum} characters.`, 'Shorten it.'],
  }),
  'scope-empty': {
    fr: ["La clé n'ouvre aucun espace.", 'Choisissez au moins un espace.'],
    en: ['The key opens no space.', 'Choose one space at least.'],
  },
  'scope-beyond-giver': ({ space }) => ({
    fr: [
      `Vous ne pouvez pas ouvrir l'espace « ${spaceNames[space].fr} » à un programme.`,
      'Une clé ne va jamais plus loin que les droits de qui la crée. Retirez cet espace ou réduisez-le à la lecture.',
    ],
    en: [
      `You cannot open the space "${spaceNames[space].en}" to a program.`,
      'A key never goes further than the rights of whoever makes it. Remove this space, or leave it to read.',
    ],
  }),
  'key-life-out-of-range': ({ minimum, maximum }) => ({
    fr: [`Une clé vit de ${minimum} à ${maximum} jours.`, 'Choisissez une durée dans ces limites.'],
    en: [`A key lives from ${minimum} to ${maximum} days.`, 'Choose a life within these limits.'],
  }),
  'overlap-out-of-range': ({ minimum, maximum }) => ({
    fr: [
      `L'ancienne clé fonctionne encore de ${minimum} à ${maximum} jours.`,
      'Choisissez une durée dans ces limites ; pour y mettre fin tout de suite, révoquez-la.',
    ],
    en: [
      `The old key goes on working for ${minimum} to ${maximum} days.`,
      'Choose a time within these limits; to end it at once, revoke it.',
    ],
  }),
};
