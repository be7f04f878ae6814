import type { WaitingMail } from '@parvis/application/mail/mail-outbox';
import { formatInstant } from '@parvis/domain/display/format';
import type { Language } from '@parvis/domain/display/language';

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { margin: 0; background: light-dark(#f6f6f3, #10201f); color: light-dark(#16211f, #e8efed) }
.banner { background: light-dark(#5b2b82, #d9c2ee); color: light-dark(#fff, #1e0d2c); padding: .5rem 1rem; text-align: center; font-weight: 600 }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.75rem; margin: 0 0 .25rem } h2 { font-size: 1.125rem; margin: 0 }
article { background: light-dark(#fff, #172b2a); border: 1px solid light-dark(#848c87, #6d7c79); border-radius: .5rem; padding: 1rem 1.25rem; margin-top: 1rem }
.to { margin: .125rem 0 .75rem; color: light-dark(#4a5753, #b4c2be); font-size: .9375rem; overflow-wrap: anywhere }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
a { color: light-dark(#0f5259, #8fd0d0) } a:focus-visible { outline: 3px solid #3b6fd4; outline-offset: 2px }
`;

const words = {
  fr: {
    title: 'Boîte aux lettres de démonstration',
    banner: 'Démonstration : chacun lit ici les messages de tous. Aucun ne part.',
    lead: 'Les messages que Parvis enverrait si un serveur de courrier était configuré, le plus récent en haut.',
    none: 'Aucun message pour le moment. Créez un compte, ou demandez un nouveau mot de passe : le message arrive ici.',
    to: (address: string, when: string) => `À ${address}, ${when}`,
    other: ['?lang=en', 'en', 'English'],
  },
  en: {
    title: 'Demonstration mailbox',
    banner: 'Demonstration: everyone reads everyone’s messages here. None is sent.',
    lead: 'The messages Parvis would send if a mail server were configured, the newest first.',
    none: 'No message yet. Create an account, or ask for a new password: the message comes here.',
    to: (address: string, when: string) => `To ${address}, ${when}`,
    other: ['?lang=fr', 'fr', 'Français'],
  },
} as const;

export const mailboxPage = (mails: readonly WaitingMail[], language: Language): string => {
  const { title, banner, lead, none, other } = words[language];
  const shown = mails.map((mail) => article(mail, language));
  const [href, otherLanguage, label] = other;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header class="banner">${banner}</header><main><h1>${title}</h1><p>${lead}</p>
${shown.length > 0 ? shown.join('\n') : `<p>${none}</p>`}
<p><a href="${href}" lang="${otherLanguage}" hreflang="${otherLanguage}">${label}</a></p></main></body></html>`;
};

const article = ({ mailId, to, subject, body, createdAt }: WaitingMail, language: Language): string => {
  const line = words[language].to(to, formatInstant(createdAt, language));
  return `<article aria-labelledby="m${mailId}"><h2 id="m${mailId}">${escaped(subject)}</h2>
<p class="to">${escaped(line)}</p><div class="text">${withLinks(escaped(body))}</div></article>`;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Addresses of pages stand on lines of their own. */
const withLinks = (html: string): string => html.replaceAll(/^https?:\/\/\S+$/gm, '<a href="$&">$&</a>');
