import type { OutgoingMail } from '../../mail/mail-outbox.js';

type Text = Pick<OutgoingMail, 'subject' | 'body'>;
type Language = 'fr' | 'en';

interface Told {
  readonly structureName: string;
  readonly byName: string;
  readonly reason: string;
  readonly page: string;
}

export const changedMail = ({ structureName, byName, reason, page }: Told, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `Vos droits chez ${structureName} ont changé`,
        body: `${byName} a modifié vos droits chez ${structureName}. Motif : « ${reason} »\n\nVoir vos droits :\n${page}`,
      }
    : {
        subject: `Your rights at ${structureName} have changed`,
        body: `${byName} has changed your rights at ${structureName}. Reason: "${reason}"\n\nSee your rights:\n${page}`,
      };

export const endedMail = ({ structureName, byName, reason }: Omit<Told, 'page'>, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `Votre accès à ${structureName} est terminé`,
        body: `${byName} a mis fin à votre accès à ${structureName}. Motif : « ${reason} »\n\nVotre compte reste ouvert.`,
      }
    : {
        subject: `Your access to ${structureName} has ended`,
        body: `${byName} has ended your access to ${structureName}. Reason: "${reason}"\n\nYour account stays open.`,
      };

export const transferredMail = ({ structureName, byName, reason, page }: Told, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `Vous êtes gestionnaire principal de ${structureName}`,
        body: `${byName} vous a confié la gestion principale de ${structureName}. Motif : « ${reason} »\n\n${page}`,
      }
    : {
        subject: `You are the main manager of ${structureName}`,
        body: `${byName} has handed the main management of ${structureName} to you. Reason: "${reason}"\n\n${page}`,
      };

interface Left {
  readonly name: string;
  readonly structureName: string;
  readonly page: string;
}

export const leftMail = ({ name, structureName, page }: Left, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `${name} a quitté ${structureName}`,
        body: `${name} a quitté ${structureName} : son accès est terminé.\n\nVoir les personnes :\n${page}`,
      }
    : {
        subject: `${name} has left ${structureName}`,
        body: `${name} has left ${structureName}: their access has ended.\n\nSee the people:\n${page}`,
      };
