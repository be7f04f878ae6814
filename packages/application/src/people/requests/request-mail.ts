import type { OutgoingMail } from '../../mail/mail-outbox.js';

type Text = Pick<OutgoingMail, 'subject' | 'body'>;
type Language = 'fr' | 'en';

interface Asked {
  readonly name: string;
  readonly email: string;
  readonly structureName: string;
  readonly message?: string;
  /** Where it is answered. */
  readonly page: string;
}

export const requestMail = (
  { name, email, structureName, message, page }: Asked,
  language: Language,
): Text =>
  language === 'fr'
    ? {
        subject: `${name} demande à rejoindre ${structureName}`,
        body: [
          `${name} (${email}) demande à rejoindre ${structureName}.`,
          ...(message ? [`Son message : « ${message} »`] : []),
          'Acceptez la demande avec les droits qui conviennent, ou refusez-la en disant pourquoi :',
          page,
        ].join('\n\n'),
      }
    : {
        subject: `${name} asks to join ${structureName}`,
        body: [
          `${name} (${email}) asks to join ${structureName}.`,
          ...(message ? [`Their message: "${message}"`] : []),
          'Accept it with the rights that fit, or refuse it and say why:',
          page,
        ].join('\n\n'),
      };

export const reminderMail = (asked: Asked, days: number, language: Language): Text => {
  const { subject, body } = requestMail(asked, language);
  return language === 'fr'
    ? {
        subject: `Rappel : ${subject}`,
        body: `Cette demande attend depuis ${inDays(days, 'jour')}.\n\n${body}`,
      }
    : {
        subject: `Reminder: ${subject}`,
        body: `This has been waiting for ${inDays(days, 'day')}.\n\n${body}`,
      };
};

const inDays = (days: number, word: string): string => `${days} ${word}${days > 1 ? 's' : ''}`;

interface Answered {
  readonly structureName: string;
  readonly page: string;
}

export const approvedMail = ({ structureName, page }: Answered, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `Vous avez rejoint ${structureName}`,
        body: `Votre demande est acceptée : vous pouvez travailler pour ${structureName}.\n\n${page}`,
      }
    : {
        subject: `You have joined ${structureName}`,
        body: `Your request was accepted: you can work for ${structureName}.\n\n${page}`,
      };

export const refusedMail = (
  { structureName, page, reason }: Answered & { readonly reason: string },
  language: Language,
): Text =>
  language === 'fr'
    ? {
        subject: `Votre demande à ${structureName} n'est pas acceptée`,
        body: `Un gestionnaire de ${structureName} a refusé votre demande. Motif : « ${reason} »\n\nVos demandes :\n${page}`,
      }
    : {
        subject: `Your request to ${structureName} was not accepted`,
        body: `A manager of ${structureName} refused your request. Reason: "${reason}"\n\nYour requests:\n${page}`,
      };

export const expiredMail = ({ structureName, page }: Answered, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `Votre demande à ${structureName} est restée sans réponse`,
        body: `Personne n'a répondu à votre demande en 60 jours : elle est close. Vous pouvez la refaire, ou reprendre la gestion de la structure avec un justificatif si ses gestionnaires sont partis.\n\n${page}`,
      }
    : {
        subject: `Your request to ${structureName} was not answered`,
        body: `Nobody answered your request in 60 days: it is closed. You can ask again, or claim the management of the structure with a proof if its managers are gone.\n\n${page}`,
      };
