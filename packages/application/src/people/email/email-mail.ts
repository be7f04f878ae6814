import { maskedEmail } from '@parvis/domain/access/email-address';
import type { Language } from '@parvis/domain/display/language';
import type { OutgoingMail } from '../../mail/mail-outbox.js';

type Text = Pick<OutgoingMail, 'subject' | 'body'>;

export const newAddressMail = ({ link }: { readonly link: string }, language: Language): Text =>
  language === 'fr'
    ? {
        subject: 'Confirmez votre nouvelle adresse pour Parvis',
        body: [
          'Pour vous connecter à Parvis avec cette adresse, ouvrez ce lien. Il vaut 24 heures, une seule fois :',
          link,
          "Vous n'avez rien demandé ? Ne faites rien : rien ne change.",
        ].join('\n\n'),
      }
    : {
        subject: 'Confirm your new address for Parvis',
        body: [
          'To sign in to Parvis with this address, open this link. It holds for 24 hours, once:',
          link,
          'You asked for nothing? Do nothing: nothing changes.',
        ].join('\n\n'),
      };

/** To somebody whose address another account wants: only they learn that they have one. */
export const addressInUseMail = (language: Language): Text =>
  language === 'fr'
    ? {
        subject: 'Cette adresse a déjà un compte Parvis',
        body: "Un autre compte Parvis a voulu prendre cette adresse. Elle en a déjà un, qui n'a pas changé. Ce n'était pas vous ? Ne faites rien.",
      }
    : {
        subject: 'This address has a Parvis account already',
        body: 'Another Parvis account wanted to take this address. It has one already, which has not changed. It was not you? Do nothing.',
      };

interface Leaving {
  readonly to: string;
  readonly accountPage: string;
  readonly done: boolean;
}

/** To the old address, when the change is asked for and when it is made. */
export const leavingAddressMail = ({ to, accountPage, done }: Leaving, language: Language): Text => {
  const masked = maskedEmail(to);
  return language === 'fr'
    ? {
        subject: done ? 'Votre adresse Parvis a changé' : "Changement d'adresse demandé sur Parvis",
        body: [
          done
            ? `Votre compte Parvis se connecte désormais avec l'adresse ${masked}.`
            : `L'adresse ${masked} doit remplacer celle-ci pour vous connecter à Parvis, dès qu'elle sera confirmée.`,
          "Ce n'était pas vous ? Prévenez tout de suite un gestionnaire de votre structure, et changez votre mot de passe :",
          accountPage,
        ].join('\n\n'),
      }
    : {
        subject: done ? 'Your Parvis address has changed' : 'Change of address asked for on Parvis',
        body: [
          done
            ? `Your Parvis account now signs in with the address ${masked}.`
            : `The address ${masked} is to replace this one for signing in to Parvis, once it is confirmed.`,
          'It was not you? Tell a manager of your structure at once, and change your password:',
          accountPage,
        ].join('\n\n'),
      };
};
