import type { ResetRefusal } from '@parvis/application/people/factor-resets/reset-refusal';
import type { FactorRefusal } from '@parvis/application/people/factors/factor-refusal';
import type { Language } from '@parvis/domain/display/language';
import { parisTime } from '../time/paris-time.js';
import type { Bilingual, TextsFor } from './texts-for.js';

export type ProtectionRefusal =
  | Exclude<FactorRefusal, { readonly code: 'signed-out' }>
  | { readonly code: 'session-not-found' }
  | Exclude<ResetRefusal, { readonly code: 'signed-out' }>
  | { readonly code: 'openid-link-over' };

/** What is said to people who sign in with a second factor, or change what protects their account. */
export const protectionTexts: TextsFor<ProtectionRefusal> = {
  'code-refused': ({ method }) =>
    method === 'totp'
      ? {
          fr: [
            'Ce code ne convient pas, ou il a déjà servi.',
            "Attendez le code suivant de votre application, puis saisissez-le. Vérifiez que l'heure de votre téléphone est réglée automatiquement.",
          ],
          en: [
            'This code does not match, or has been used already.',
            "Wait for the next code of your app, then type it. Check that your phone's clock is set automatically.",
          ],
        }
      : {
          fr: [
            'Ce code de secours ne convient pas, ou il a déjà servi.',
            'Essayez un autre code de votre liste.',
          ],
          en: [
            'This recovery code does not match, or has been used already.',
            'Try another code of your list.',
          ],
        },
  'passkey-refused': {
    fr: [
      "Cette clé d'accès n'a pas été reconnue.",
      'Réessayez avec une autre clé, ou connectez-vous par mot de passe.',
    ],
    en: ['This passkey was not recognised.', 'Try another passkey, or sign in with your password.'],
  },
  'too-many-tries': ({ retryAt }) => ({
    fr: [
      `Trop d'essais. Vous pourrez réessayer à partir de ${parisTime(retryAt, 'fr')}.`,
      "Si vous avez une clé d'accès, elle fonctionne dès maintenant.",
    ],
    en: [
      `Too many tries. You can try again from ${parisTime(retryAt, 'en')}.`,
      'If you have a passkey, it works right now.',
    ],
  }),
  'proof-needed': {
    fr: [
      "Votre dernière preuve d'identité date de plus de dix minutes.",
      'Confirmez que c’est bien vous, puis recommencez.',
    ],
    en: ['You last proved who you are more than ten minutes ago.', 'Confirm that it is you, then try again.'],
  },
  'challenge-over': {
    fr: ['Cette étape de connexion a expiré ou a déjà servi.', 'Recommencez la connexion depuis le début.'],
    en: ['This step of signing in has expired or was used already.', 'Sign in again from the beginning.'],
  },
  'password-refused': {
    fr: ['Ce mot de passe ne convient pas.', 'Vérifiez-le, puis réessayez.'],
    en: ['This password does not match.', 'Check it, then try again.'],
  },
  'totp-there-already': {
    fr: [
      'Une application d’authentification protège déjà votre compte.',
      "Retirez-la d'abord si vous voulez la remplacer.",
    ],
    en: ['An authenticator app already protects your account.', 'Remove it first if you want to replace it.'],
  },
  'totp-not-started': {
    fr: [
      "L'ajout de l'application n'a pas commencé, ou a été abandonné.",
      'Recommencez : un nouveau code QR sera affiché.',
    ],
    en: ['Adding the app has not begun, or was given up.', 'Begin again: a new QR code will be shown.'],
  },
  'factor-not-found': {
    fr: ["Cette protection n'existe pas, ou plus.", 'Rechargez la page : elle montre ce qui est en place.'],
    en: ['This protection does not exist, or no longer.', 'Reload the page: it shows what is in place.'],
  },
  'passkey-known-already': {
    fr: ["Cette clé d'accès est déjà enregistrée.", 'Utilisez un autre appareil pour en ajouter une.'],
    en: ['This passkey is registered already.', 'Use another device to add one.'],
  },
  'name-unfit': ({ maximum }) => ({
    fr: ['Le nom est vide ou trop long.', `Donnez un nom de 1 à ${maximum} caractères.`],
    en: ['The name is empty or too long.', `Give a name of 1 to ${maximum} characters.`],
  }),
  'openid-link-over': {
    fr: [
      "Votre fournisseur d'identité n'a pas pu être relié : sa réponse a expiré, ou son adresse n'est pas celle de ce compte.",
      'Connectez-vous de nouveau par ce fournisseur.',
    ],
    en: [
      'Your identity provider could not be linked: its answer has expired, or its address is not that of this account.',
      'Sign in through this provider again.',
    ],
  },
  'password-first': {
    fr: [
      'Cette demande se fait après avoir donné votre mot de passe.',
      "Recommencez la connexion avec votre mot de passe, sans passer par votre fournisseur d'identité.",
    ],
    en: [
      'This can be asked for once you have given your password.',
      'Sign in again with your password, not through your identity provider.',
    ],
  },
  'reason-unfit': ({ maximum }) => ({
    fr: ["L'explication est vide ou trop longue.", `Écrivez une phrase, de ${maximum} caractères au plus.`],
    en: ['The explanation is empty or too long.', `Write a sentence of ${maximum} characters at most.`],
  }),
  'reset-open': {
    fr: [
      'Une demande est déjà en cours pour ce compte.',
      'Prévenez vos gestionnaires : deux personnes doivent l’approuver.',
    ],
    en: ['A request is open for this account already.', 'Tell your managers: two people must approve it.'],
  },
  'reset-not-found': {
    fr: ["Cette demande n'existe pas, ou ne vous concerne pas.", 'Rechargez la liste des demandes.'],
    en: ['This request does not exist, or is not yours to decide.', 'Reload the list of requests.'],
  },
  'reset-closed': {
    fr: ['Cette demande est déjà approuvée ou close.', 'Rechargez la page : elle montre où elle en est.'],
    en: ['This request is approved or closed already.', 'Reload the page: it shows where it stands.'],
  },
  'reset-approved-already': {
    fr: ['Vous avez déjà approuvé cette demande.', 'Une autre personne doit donner la seconde approbation.'],
    en: ['You have approved this request already.', 'Somebody else must give the second approval.'],
  },
  'reset-needs-manager': {
    fr: [
      "L'exploitant de la plateforme a déjà approuvé cette demande.",
      'La seconde approbation revient à un gestionnaire de la structure.',
    ],
    en: [
      'The operator of the platform has approved this request already.',
      'The second approval is for a manager of the structure.',
    ],
  },
  'session-not-found': {
    fr: ['Cette session est déjà terminée.', 'Rechargez la page : elle montre celles qui sont ouvertes.'],
    en: ['This session has ended already.', 'Reload the page: it shows those that are open.'],
  },
};

/** Cause and next step, where one field holds both. */
export const protectionSentence = (refusal: ProtectionRefusal, language: Language): string => {
  // TypeScript cannot see that the entry found by a code takes the refusal that bears it.
  const entry = protectionTexts[refusal.code] as Bilingual | ((refusal: ProtectionRefusal) => Bilingual);
  return (typeof entry === 'function' ? entry(refusal) : entry)[language].join(' ');
};
