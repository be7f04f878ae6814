import { lastDayInWords } from '../mail/last-day-in-words.js';
import type { OutgoingMail } from '../mail/mail-outbox.js';

type Text = Pick<OutgoingMail, 'subject' | 'body'>;
type Language = 'fr' | 'en';

interface Told {
  readonly clientName: string;
  readonly holderName: string;
  readonly byName: string;
  readonly endsAt: Date;
  readonly page: string;
}

export const offeredMail = ({ clientName, byName, endsAt, page }: Told, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `${clientName} vous donne mandat`,
        body: `${byName} vous propose d'agir pour ${clientName} jusqu'au ${lastDayInWords(endsAt, 'fr')}. Acceptez ou déclinez le mandat :\n\n${page}`,
      }
    : {
        subject: `${clientName} gives you a mandate`,
        body: `${byName} asks you to act for ${clientName} until ${lastDayInWords(endsAt, 'en')}. Accept or decline the mandate:\n\n${page}`,
      };

export const answeredMail = (
  { holderName, byName, page }: Told,
  accepted: boolean,
  language: Language,
): Text =>
  language === 'fr'
    ? {
        subject: `${holderName} a ${accepted ? 'accepté' : 'décliné'} votre mandat`,
        body: `${byName} a ${accepted ? 'accepté' : 'décliné'} le mandat au nom de ${holderName}. Vous pouvez révoquer un mandat à tout moment :\n\n${page}`,
      }
    : {
        subject: `${holderName} has ${accepted ? 'accepted' : 'declined'} your mandate`,
        body: `${byName} has ${accepted ? 'accepted' : 'declined'} the mandate on behalf of ${holderName}. You can revoke a mandate at any time:\n\n${page}`,
      };

export const revokedMail = (
  { clientName, holderName, byName, page, reason }: Told & { readonly reason: string },
  language: Language,
): Text =>
  language === 'fr'
    ? {
        subject: `Fin du mandat entre ${clientName} et ${holderName}`,
        body: `${byName} a mis fin au mandat. Motif : « ${reason} » L'accès est fermé dès maintenant.\n\n${page}`,
      }
    : {
        subject: `End of the mandate between ${clientName} and ${holderName}`,
        body: `${byName} has ended the mandate. Reason: "${reason}" Access is closed from now on.\n\n${page}`,
      };

export const endingMail = (
  { clientName, holderName, endsAt, page }: Omit<Told, 'byName'>,
  language: Language,
): Text =>
  language === 'fr'
    ? {
        subject: `Le mandat entre ${clientName} et ${holderName} se termine le ${lastDayInWords(endsAt, 'fr')}`,
        body: `Le mandat de ${holderName} pour ${clientName} se termine le ${lastDayInWords(endsAt, 'fr')}. Pour continuer, ${clientName} en donne un nouveau :\n\n${page}`,
      }
    : {
        subject: `The mandate between ${clientName} and ${holderName} ends on ${lastDayInWords(endsAt, 'en')}`,
        body: `The mandate of ${holderName} for ${clientName} ends on ${lastDayInWords(endsAt, 'en')}. To go on, ${clientName} gives a new one:\n\n${page}`,
      };
