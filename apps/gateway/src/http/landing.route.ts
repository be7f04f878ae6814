import type { Language } from '@parvis/domain/display/language';
import { preferredLanguage } from './identify.js';
import { pagePolicy } from './page-policy.js';
import type { Route } from './route.js';

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { margin: 0; background: light-dark(#f6f6f3, #10201f); color: light-dark(#16211f, #e8efed); min-height: 100vh; display: grid; place-items: center; padding: 1rem; box-sizing: border-box }
main { max-width: 46rem; width: 100% }
h1 { font-size: 2rem; margin: 0; color: light-dark(#0f5259, #8fd0d0) } p { margin: .25rem 0 2rem; max-width: 60ch }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)) }
a { display: block; padding: 1rem 1.25rem; background: light-dark(#fff, #172b2a); border: 1px solid light-dark(#848c87, #6d7c79); border-radius: .5rem; color: inherit; text-decoration: none }
a:hover { border-color: currentColor } a:focus-visible { outline: 3px solid #3b6fd4; outline-offset: 2px }
strong { display: block; font-size: 1.125rem } footer { margin-top: 2rem } footer a { display: inline; padding: 0; border: 0; text-decoration: underline }
`;

const words = {
  fr: {
    title: 'Parvis',
    lead: 'Les fournisseurs et les entités publiques s’y retrouvent autour d’une facture.',
    entries: [
      ['/fournisseur/', 'Fournisseur', 'Déposer une facture et la suivre jusqu’au paiement.'],
      [
        '/fournisseur/annuaire',
        'Annuaire',
        'Trouver qui facturer et ce que la facture doit porter, sans compte.',
      ],
      ['/administration/', 'Administration', 'Traiter les factures reçues par votre structure.'],
      ['/graphql', 'API', 'Déposer et suivre par programme (GraphQL).'],
    ],
    other: ['?lang=en', 'en', 'English'],
  },
  en: {
    title: 'Parvis',
    lead: 'Where suppliers and public entities meet over an invoice.',
    entries: [
      ['/fournisseur/', 'Supplier', 'Deposit an invoice and follow it until it is paid.'],
      [
        '/fournisseur/annuaire',
        'Directory',
        'Find whom to invoice and what the invoice must carry, without an account.',
      ],
      ['/administration/', 'Public entity', 'Process the invoices your structure receives.'],
      ['/graphql', 'API', 'Deposit and follow from a program (GraphQL).'],
    ],
    other: ['?lang=fr', 'fr', 'Français'],
  },
} as const;

const pageIn = (language: Language, withExplorer: boolean): string => {
  const { title, lead, entries, other } = words[language];
  const shown = entries.filter(([href]) => withExplorer || href !== '/graphql');
  const items = shown.map(
    ([href, name, text]) => `<li><a href="${href}"><strong>${name}</strong>${text}</a></li>`,
  );
  const [href, otherLanguage, label] = other;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${lead}</p><ul>${items.join('')}</ul>
<footer><a href="${href}" lang="${otherLanguage}" hreflang="${otherLanguage}">${label}</a></footer></main></body></html>`;
};

/** `/`: where to go from here. */
export const landingRoute = (withExplorer: boolean): Route => ({
  method: 'get',
  path: '/',
  binding: { kind: 'open', reason: 'shows the way to the apps' },
  handle: (request, response) => {
    const asked = request.query.lang;
    const language =
      asked === 'fr' || asked === 'en' ? asked : preferredLanguage(request.headers['accept-language']);
    const page = pageIn(language, withExplorer);
    response
      .set({
        'Content-Security-Policy': pagePolicy(page),
        Vary: 'Accept-Language',
        'Cache-Control': 'no-cache',
      })
      .type('html')
      .send(page);
  },
});
