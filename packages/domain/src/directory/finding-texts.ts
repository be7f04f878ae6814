import type { Language } from '../display/language.js';
import type { Demand } from './demand.js';
import type { Finding, FindingCode, Mend } from './settings-finding.js';

/** What is wrong, why it matters, what to do, and what the button that mends it says. */
export interface FindingText {
  readonly message: string;
  readonly why: string;
  readonly nextStep: string;
  readonly mend?: string;
}

export const findingText = (finding: Finding, language: Language): FindingText => {
  const [message, why, nextStep] = texts[finding.code][language](finding);
  return {
    message,
    why,
    nextStep,
    ...(finding.mend && { mend: mendTexts[language](finding.mend) }),
  };
};

type Told = readonly [message: string, why: string, nextStep: string];
type Tell = (finding: Finding) => Told;

const namesFr = (finding: Finding): string => names(finding, 'fr');
const namesEn = (finding: Finding): string => names(finding, 'en');

/** « Cantine (CANTINE), Voirie (VOIRIE) et 3 autres ». */
const names = ({ services, count }: Finding, language: Language): string => {
  const shown = services.slice(0, 3).map(({ code, name }) => (name === code ? code : `${name} (${code})`));
  const others = Math.max(count - shown.length, 0);
  const other = language === 'fr' ? `${others} autre${others > 1 ? 's' : ''}` : `${others} more`;
  const list = others > 0 ? [...shown, other] : shown;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(list);
};

const pair = ({ services }: Finding, and: string): string =>
  services.map(({ code, name }) => `${name} (${code})`).join(` ${and} `);

const pluralFr = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;
const pluralEn = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const texts: Readonly<Record<FindingCode, Readonly<Record<Language, Tell>>>> = {
  'no-open-service': {
    fr: () => [
      'Personne ne peut vous facturer.',
      "Vous exigez un code service, et aucun service n'est ouvert : toute facture est refusée.",
      "Ouvrez un service, ou n'exigez plus de code service.",
    ],
    en: () => [
      'Nobody can invoice you.',
      'You require a service code and no service is open: every invoice is refused.',
      'Open a service, or stop requiring a service code.',
    ],
  },
  'entity-expired': {
    fr: () => [
      'Personne ne peut plus vous facturer : votre validité est passée.',
      "La date de fin de validité de l'entité est dépassée, et l'entité reste active.",
      "Enlevez la date de fin, ou rendez l'entité inactive.",
    ],
    en: () => [
      'Nobody can invoice you any more: your validity is over.',
      'The last day of the entity is past, and the entity is still active.',
      'Take the last day away, or make the entity inactive.',
    ],
  },
  'nobody-alerted': {
    fr: () => [
      "Personne n'est prévenu de ce qui arrive.",
      "L'entité n'a aucun gestionnaire : les factures et les demandes attendent sans que quelqu'un le sache.",
      'Nommez un gestionnaire dans Organisation, Personnes.',
    ],
    en: () => [
      'Nobody is told of what arrives.',
      'The entity has no manager: invoices and requests wait unknown to anybody.',
      'Appoint a manager under Organisation, People.',
    ],
  },
  'engagement-seldom-given': {
    fr: ({ count }) => [
      `${pluralFr(count, 'facture des 90 derniers jours ne porte', 'factures des 90 derniers jours ne portent')} pas le numéro d'engagement que vous exigez.`,
      "Aucun engagement n'est connu ici : vos fournisseurs n'ont sans doute pas ce numéro, et leurs factures seraient refusées.",
      "Faites connaître vos engagements, demandez le numéro à certains services seulement, ou ne l'exigez plus.",
    ],
    en: ({ count }) => [
      `${pluralEn(count, 'invoice', 'invoices')} of the last 90 days without the engagement number you require.`,
      'No engagement is known here: your suppliers most likely do not have the number, and their invoices would be refused.',
      'Make your engagements known, ask for the number in some services only, or stop requiring it.',
    ],
  },
  'works-only-invoiced': {
    fr: ({ count }) => [
      `Vous ne recevez que des travaux, et ${pluralFr(count, 'facture ordinaire est arrivée', 'factures ordinaires sont arrivées')} en 90 jours.`,
      "Les fournisseurs d'une entité seulement maître d'ouvrage ne peuvent lui envoyer de factures ordinaires : elles seraient refusées.",
      'Recevez aussi les factures ordinaires, ou dites à ces fournisseurs à qui facturer.',
    ],
    en: ({ count }) => [
      `You take works documents alone, and ${pluralEn(count, 'ordinary invoice', 'ordinary invoices')} arrived within 90 days.`,
      'Ordinary invoices to an entity that is only a works authority are refused.',
      'Take ordinary invoices too, or tell these suppliers whom to invoice.',
    ],
  },
  'inactive-with-open-invoices': {
    fr: ({ count }) => [
      `L'entité est inactive et ${pluralFr(count, 'facture attend', 'factures attendent')} encore.`,
      'Le délai de paiement court toujours pour ces factures.',
      "Traitez-les, puis laissez l'entité inactive.",
    ],
    en: ({ count }) => [
      `The entity is inactive and ${pluralEn(count, 'invoice still waits', 'invoices still wait')}.`,
      'The legal limit to pay still runs for them.',
      'Process them, then leave the entity inactive.',
    ],
  },
  'closed-service-invoiced': {
    fr: (finding) => [
      `Fermé, mais facturé il y a moins de 30 jours : ${namesFr(finding)}.`,
      'Des fournisseurs connaissent encore ce code ; leur prochaine facture sera refusée.',
      'Rouvrez-le le temps de prévenir vos fournisseurs, ou indiquez le service qui le remplace dans votre contact.',
    ],
    en: (finding) => [
      `Closed, yet invoiced within 30 days: ${namesEn(finding)}.`,
      'Suppliers still know this code; their next invoice will be refused.',
      'Reopen it while you tell your suppliers, or name its successor in your contact.',
    ],
  },
  'services-alike': {
    fr: (finding) => [
      `Deux services se ressemblent : ${pair(finding, 'et')}.`,
      'Un fournisseur ne saura pas lequel choisir, et la facture ira au mauvais.',
      "Donnez-leur des noms qui se distinguent, ou fermez l'un des deux.",
    ],
    en: (finding) => [
      `Two services look alike: ${pair(finding, 'and')}.`,
      'A supplier cannot tell which to choose, and the invoice goes to the wrong one.',
      'Give them names that differ, or close one of them.',
    ],
  },
  'service-expired': {
    fr: (finding) => [
      `Date de validité passée : ${namesFr(finding)}.`,
      'Le service est dit ouvert, et ses factures sont refusées depuis cette date.',
      'Fermez-le, ou changez sa date de fin.',
    ],
    en: (finding) => [
      `Validity over: ${namesEn(finding)}.`,
      'The service is said to be open, and its invoices have been refused since that day.',
      'Close it, or change its last day.',
    ],
  },
  'service-unused': {
    fr: (finding) => [
      `Aucune facture depuis un an : ${namesFr(finding)}.`,
      'Une longue liste de services fait hésiter les fournisseurs.',
      'Fermez ceux qui ne servent plus ; vous pourrez les rouvrir.',
    ],
    en: (finding) => [
      `No invoice for a year: ${namesEn(finding)}.`,
      'A long list of services makes suppliers hesitate.',
      'Close those no longer used; they can be reopened.',
    ],
  },
  'service-unnamed': {
    fr: (finding) => [
      `Sans autre nom que son code : ${namesFr(finding)}.`,
      'Un code ne dit rien à un fournisseur qui cherche « cantine » ou « voirie ».',
      'Donnez-lui le nom que les gens emploient.',
    ],
    en: (finding) => [
      `Without a name but its code: ${namesEn(finding)}.`,
      'A code says nothing to a supplier who looks for "canteen" or "roads".',
      'Give it the name people use.',
    ],
  },
  'contact-missing': {
    fr: () => [
      'Vos fournisseurs ne savent pas à qui écrire.',
      "Ni adresse ni téléphone ne figurent dans votre ligne d'annuaire.",
      'Ajoutez un contact : une adresse partagée convient.',
    ],
    en: () => [
      'Your suppliers do not know whom to write to.',
      'Your directory entry shows neither an address nor a telephone number.',
      'Add a contact: a shared mailbox will do.',
    ],
  },
  'either-redundant': {
    fr: () => [
      "« L'un ou l'autre » ne change rien ici.",
      "Vous exigez déjà l'une des deux références : la règle « l'une des deux » n'a plus d'effet.",
      'Gardez la seule règle qui compte.',
    ],
    en: () => [
      '"Either" changes nothing here.',
      'You already require one of the two references: the rule "one of the two" has no effect.',
      'Keep the one rule that counts.',
    ],
  },
};

const demandMends: Readonly<Record<Language, Readonly<Record<Demand, string>>>> = {
  fr: {
    nothing: "N'exiger ni l'un ni l'autre",
    serviceCode: 'Exiger le code service seul',
    engagementNumber: "Exiger le numéro d'engagement seul",
    both: 'Exiger les deux',
    either: "Exiger l'un des deux",
  },
  en: {
    nothing: 'Require neither',
    serviceCode: 'Require the service code alone',
    engagementNumber: 'Require the engagement number alone',
    both: 'Require both',
    either: 'Require one of the two',
  },
};

const mendTexts: Readonly<Record<Language, (mend: Mend) => string>> = {
  fr: (mend) => {
    if (mend.kind === 'demand') return demandMends.fr[mend.demand];
    if (mend.kind === 'worksAuthority') return 'Recevoir aussi les factures ordinaires';
    if (mend.kind === 'noEndDate') return 'Enlever la date de fin';
    const many = mend.codes.length > 1;
    if (mend.kind === 'closeServices')
      return many ? `Fermer ces ${mend.codes.length} services` : 'Fermer ce service';
    return many ? `Rouvrir ces ${mend.codes.length} services` : 'Rouvrir ce service';
  },
  en: (mend) => {
    if (mend.kind === 'demand') return demandMends.en[mend.demand];
    if (mend.kind === 'worksAuthority') return 'Take ordinary invoices too';
    if (mend.kind === 'noEndDate') return 'Take the last day away';
    const many = mend.codes.length > 1;
    if (mend.kind === 'closeServices')
      return many ? `Close these ${mend.codes.length} services` : 'Close this service';
    return many ? `Reopen these ${mend.codes.length} services` : 'Reopen this service';
  },
};
