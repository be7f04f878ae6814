import type { RecognisedKey } from './technical-account-store.js';

interface EndingKey {
  readonly key: RecognisedKey;
  readonly language: 'fr' | 'en';
  readonly page: string;
}

/** What people read when a key ends soon. */
export const endingKeyMail = ({
  key,
  language,
  page,
}: EndingKey): { readonly subject: string; readonly body: string } => {
  const { account, structureName, publicPart, expiresAt } = key;
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Paris',
  }).format(expiresAt);
  return language === 'fr'
    ? {
        subject: `La clé de « ${account.name} » prend fin le ${day}`,
        body: [
          `La clé ${publicPart} du programme « ${account.name} » (${structureName}) prend fin le ${day}.`,
          'Après ce jour, ses appels seront refusés.',
          'Renouvelez-la dès maintenant : l’ancienne continue de fonctionner pendant le changement.',
          page,
        ].join('\n\n'),
      }
    : {
        subject: `The key of "${account.name}" ends on ${day}`,
        body: [
          `The key ${publicPart} of the program "${account.name}" (${structureName}) ends on ${day}.`,
          'After that day its calls are refused.',
          'Renew it now: the old one goes on working during the change.',
          page,
        ].join('\n\n'),
      };
};
