import type { OutgoingMail } from '../../mail/mail-outbox.js';

type Text = Pick<OutgoingMail, 'subject' | 'body'>;
type Language = 'fr' | 'en';

interface Claimed {
  readonly name: string;
  readonly structureName: string;
  readonly page: string;
}

export const claimMadeMail = ({ name, structureName, page }: Claimed, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `${name} demande à reprendre la gestion de ${structureName}`,
        body: `${name} demande à devenir gestionnaire principal de ${structureName} et a joint un justificatif. Deux personnes doivent se prononcer :\n\n${page}`,
      }
    : {
        subject: `${name} claims the management of ${structureName}`,
        body: `${name} asks to become the main manager of ${structureName} and has sent a proof. Two people must decide:\n\n${page}`,
      };

export const claimGrantedMail = ({ name, structureName, page }: Claimed, language: Language): Text =>
  language === 'fr'
    ? {
        subject: `${name} deviendra gestionnaire principal de ${structureName} dans 7 jours`,
        body: `Deux personnes ont accepté que ${name} reprenne la gestion principale de ${structureName}. Si vous êtes toujours gestionnaire, vous avez 7 jours pour vous y opposer :\n\n${page}`,
      }
    : {
        subject: `${name} will be the main manager of ${structureName} in 7 days`,
        body: `Two people have accepted that ${name} takes over the main management of ${structureName}. If you are still its manager, you have 7 days to object:\n\n${page}`,
      };

export const claimClosedMail = (
  {
    structureName,
    page,
    outcome,
    reason,
  }: Omit<Claimed, 'name'> & { readonly outcome: Outcome; readonly reason?: string },
  language: Language,
): Text => {
  const sentence = outcomes[outcome][language];
  const why =
    reason === undefined ? '' : language === 'fr' ? ` Motif : « ${reason} »` : ` Reason: "${reason}"`;
  const subject =
    language === 'fr'
      ? `Votre demande de gestion de ${structureName}`
      : `Your claim to manage ${structureName}`;
  return { subject, body: `${sentence}${why}\n\n${page}` };
};

type Outcome = 'granted' | 'effective' | 'refused' | 'objected';

const outcomes: Readonly<Record<Outcome, Readonly<Record<Language, string>>>> = {
  granted: {
    fr: "Votre demande est acceptée. Elle prend effet dans 7 jours, sauf opposition d'un gestionnaire en place.",
    en: 'Your claim is accepted. It takes effect in 7 days unless a present manager objects.',
  },
  effective: {
    fr: 'Vous êtes maintenant gestionnaire principal.',
    en: 'You are now the main manager.',
  },
  refused: { fr: "Votre demande n'est pas acceptée.", en: 'Your claim was not accepted.' },
  objected: {
    fr: "Un gestionnaire en place s'est opposé à votre demande.",
    en: 'A present manager has objected to your claim.',
  },
};
