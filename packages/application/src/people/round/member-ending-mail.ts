import { lastDayInWords } from '../../mail/last-day-in-words.js';
import type { OutgoingMail } from '../../mail/mail-outbox.js';

interface Ending {
  readonly name: string;
  readonly structureName: string;
  readonly end: Date;
  readonly page: string;
}

/** Seven days before rights end by themselves: to the person, and to those who can prolong them. */
export const memberEndingMail = (
  { name, structureName, end, page }: Ending,
  isOwn: boolean,
  language: 'fr' | 'en',
): Pick<OutgoingMail, 'subject' | 'body'> => {
  const day = lastDayInWords(end, language);
  if (language === 'fr') {
    const whose = isOwn ? 'Vos droits' : `Les droits de ${name}`;
    return {
      subject: `${whose} chez ${structureName} se terminent le ${day}`,
      body: `${whose} chez ${structureName} se terminent le ${day}. Un gestionnaire peut les prolonger :\n\n${page}`,
    };
  }
  const whose = isOwn ? 'Your rights' : `The rights of ${name}`;
  return {
    subject: `${whose} at ${structureName} end on ${day}`,
    body: `${whose} at ${structureName} end on ${day}. A manager can prolong them:\n\n${page}`,
  };
};
