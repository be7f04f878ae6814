import type { SizeLimit } from '../graphql/limits.js';
import type { TextsFor } from './texts-for.js';

/** What an operation asks for beyond what one operation may. */
export type LimitRefusal =
  | {
      readonly code: 'request-too-large';
      readonly limit: SizeLimit;
      readonly asked: number;
      readonly allowed: number;
    }
  | {
      readonly code: 'page-size-refused';
      /** As people write it: `invoices(first:)`. */
      readonly argument: string;
      readonly asked: number;
      readonly allowed: number;
    }
  | { readonly code: 'batch-refused' }
  | { readonly code: 'method-refused' }
  | { readonly code: 'too-many-subscriptions'; readonly allowed: number }
  | { readonly code: 'took-too-long' }
  | { readonly code: 'document-unknown' }
  | { readonly code: 'document-not-trusted' };

/** How each limit says what was asked and what is allowed. */
const findings: Readonly<
  Record<SizeLimit, { readonly fr: (asked: number) => string; readonly en: (asked: number) => string }>
> = {
  characters: { fr: (asked) => `compte ${asked} caractères`, en: (asked) => `has ${asked} characters` },
  tokens: {
    fr: (asked) => `compte ${asked} mots et signes ou plus`,
    en: (asked) => `has ${asked} words and signs or more`,
  },
  depth: { fr: (asked) => `emboîte ${asked} champs`, en: (asked) => `goes ${asked} fields deep` },
  rootFields: { fr: (asked) => `commence par ${asked} champs`, en: (asked) => `begins with ${asked} fields` },
  aliases: { fr: (asked) => `renomme ${asked} champs`, en: (asked) => `renames ${asked} fields` },
  repeats: { fr: (asked) => `répète ${asked} champs`, en: (asked) => `repeats ${asked} fields` },
  directives: { fr: (asked) => `porte ${asked} directives`, en: (asked) => `carries ${asked} directives` },
  selections: { fr: (asked) => `demande ${asked} champs`, en: (asked) => `selects ${asked} fields` },
  cost: { fr: (asked) => `coûterait ${asked} points`, en: (asked) => `would cost ${asked} points` },
};

/** Of what a client asks that no client of ours would. */
export const limitTexts: TextsFor<LimitRefusal> = {
  'request-too-large': ({ limit, asked, allowed }) => ({
    fr: [
      `La requête ${findings[limit].fr(asked)} ; la limite est ${allowed} (${limit}).`,
      limit === 'cost'
        ? 'Demandez des pages plus petites, ou moins de listes à la fois.'
        : 'Partagez-la en plusieurs requêtes.',
    ],
    en: [
      `The request ${findings[limit].en(asked)}; ${allowed} is the limit (${limit}).`,
      limit === 'cost'
        ? 'Ask for smaller pages, or for fewer lists at a time.'
        : 'Split it into several requests.',
    ],
  }),
  'page-size-refused': ({ argument, asked, allowed }) => ({
    fr: [
      `${argument} demande ${asked} lignes ; une page en compte de 1 à ${allowed}.`,
      'Demandez des pages plus petites et suivez-les avec `after`.',
    ],
    en: [
      `${argument} asks for ${asked} rows; a page has 1 to ${allowed}.`,
      'Ask for smaller pages and follow them with `after`.',
    ],
  }),
  'batch-refused': {
    fr: ['Une requête HTTP porte une seule opération.', 'Envoyez chaque opération séparément.'],
    en: ['One HTTP request carries one operation.', 'Send each operation by itself.'],
  },
  'method-refused': {
    fr: ["L'API GraphQL ne répond qu'à POST.", 'Envoyez la requête en POST, en JSON.'],
    en: ['The GraphQL API answers to POST only.', 'Send the request by POST, as JSON.'],
  },
  'too-many-subscriptions': ({ allowed }) => ({
    fr: [
      `Une connexion suit ${allowed} abonnements au plus.`,
      'Terminez-en un, ou suivez toute une liste par un seul abonnement.',
    ],
    en: [
      `One connection follows ${allowed} subscriptions at most.`,
      'End one of them, or follow a whole list by one subscription.',
    ],
  }),
  'took-too-long': {
    fr: [
      'La réponse a demandé trop de temps et a été interrompue.',
      "Demandez moins à la fois. Pour un dépôt ou une action, vérifiez s'il a eu lieu avant de recommencer.",
    ],
    en: [
      'The answer took too long and was broken off.',
      'Ask for less at a time. For a deposit or an act, look whether it was done before you repeat it.',
    ],
  },
  'document-unknown': {
    fr: [
      'Cette requête enregistrée est inconnue ici.',
      'Rechargez la page, ou envoyez le texte de la requête.',
    ],
    en: ['This stored request is not known here.', 'Reload the page, or send the text of the request.'],
  },
  'document-not-trusted': {
    fr: [
      'Cette plateforme ne répond aux requêtes libres que pour les comptes techniques.',
      "Présentez la clé d'un compte technique, ou passez par les pages du site.",
    ],
    en: [
      'This platform answers requests of one’s own making for technical accounts only.',
      'Present the key of a technical account, or use the pages of the site.',
    ],
  },
};
