import type { TextsFor } from './texts-for.js';

/** What is said to strangers who ask more of the directory than people do. */
export type DirectoryRefusal =
  | { readonly code: 'directory-too-often'; readonly seconds: number }
  | { readonly code: 'edition-not-found' };

export const directoryTexts: TextsFor<DirectoryRefusal> = {
  'directory-too-often': ({ seconds }) => ({
    fr: [
      `Trop de recherches viennent de votre adresse réseau. Réessayez dans ${seconds} s.`,
      "Pour chercher en nombre, téléchargez l'annuaire entier (/annuaire/telecharger), ou connectez-vous.",
    ],
    en: [
      `Too many searches come from your network address. Try again in ${seconds} s.`,
      'To look up many entities, download the whole directory (/annuaire/telecharger), or sign in.',
    ],
  }),
  'edition-not-found': {
    fr: [
      "Cette édition de l'annuaire n'existe pas, ou n'est plus gardée.",
      'La liste des éditions est à /annuaire/telecharger.',
    ],
    en: [
      'This edition of the directory does not exist, or is no longer kept.',
      'Find the list of editions at /annuaire/telecharger.',
    ],
  },
};
