import type { PostRefusal as UseCaseRefusal } from '@parvis/application/accounting/receive-post';
import type { TextsFor } from './texts-for.js';

/** What systems that post to us are told; their makers read it. */
export type PostRefusal =
  | Exclude<UseCaseRefusal, { readonly code: 'connection-not-found' }>
  | { readonly code: 'posted-too-often'; readonly seconds: number };

export const postTexts: TextsFor<PostRefusal> = {
  'news-token-wrong': {
    fr: [
      'Ce jeton de notification n’est pas celui de ce raccordement.',
      'Copiez-le dans les réglages du raccordement, avec l’adresse.',
    ],
    en: [
      'This notification token is not the one of this connection.',
      'Copy it from the connection’s settings, with the address.',
    ],
  },
  'post-not-expected': {
    fr: [
      'Ce raccordement est celui d’un logiciel que Parvis lit lui-même : aucun message n’y est attendu.',
      'Pour signaler une nouveauté, envoyez « Authorization: Bearer » suivi du jeton de notification.',
    ],
    en: [
      'This connection is to a system that Parvis reads by itself: no message is expected there.',
      'To say that there is news, send "Authorization: Bearer" with the notification token.',
    ],
  },
  'inbox-full': {
    fr: [
      'Ce raccordement a reçu trop de messages depuis une heure : celui-ci n’est pas gardé.',
      'Attendez cinq minutes, puis envoyez plusieurs statuts dans un même message.',
    ],
    en: [
      'This connection has received too many messages within an hour: this one is not kept.',
      'Wait five minutes, then send several statuses in one message.',
    ],
  },
  'post-not-proven': ({ cause: { message } }) => ({
    fr: ['Rien ne prouve que ce message vient du logiciel raccordé : il n’est pas gardé.', message.fr],
    en: ['Nothing proves that this message comes from the connected system: it is not kept.', message.en],
  }),
  'posted-too-often': ({ seconds }) => ({
    fr: [
      'Trop de messages arrivent de cette adresse.',
      `Attendez ${seconds} s, puis envoyez plusieurs statuts dans un même message.`,
    ],
    en: [
      'Too many messages come from this address.',
      `Wait ${seconds} s, then send several statuses in one message.`,
    ],
  }),
};
