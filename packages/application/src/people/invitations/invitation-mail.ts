import type { OutgoingMail } from '../../mail/mail-outbox.js';

interface Invited {
  readonly structureName: string;
  readonly byName: string;
  readonly reason: string;
  readonly page: string;
}

/** Whoever has no account yet gets it in the inviting person's language. */
export const invitationMail = (
  { structureName, byName, reason, page }: Invited,
  language: 'fr' | 'en',
): Pick<OutgoingMail, 'subject' | 'body'> =>
  language === 'fr'
    ? {
        subject: `${byName} vous invite à rejoindre ${structureName}`,
        body: `${byName} vous invite à travailler pour ${structureName} sur Parvis. Motif : « ${reason} »\n\nLe lien est valable 14 jours :\n\n${page}\n\nSi vous n'avez pas de compte, vous en créerez un avec cette adresse.`,
      }
    : {
        subject: `${byName} invites you to join ${structureName}`,
        body: `${byName} invites you to work for ${structureName} on Parvis. Reason: "${reason}"\n\nThe link is good for 14 days:\n\n${page}\n\nIf you have no account, you will create one with this address.`,
      };
