import { Decimal } from '../../amount/decimal.js';
import { formatDate, formatMoney, formatNumber, formatPercent, formatSiret } from '../../display/format.js';
import { type Language, say } from '../../display/language.js';
import { fileProblems } from './file-problems.js';

/**
 * The sentences of one rule in one language. `{found}` stands for a figure of the fault; `{found:money}` writes it as
 * people do. What stands between square brackets is left out when one of its figures is not known.
 */
export interface Wording {
  readonly message: string;
  readonly why: string;
  readonly nextStep: string;
}

/** A rule's sentences in both languages. */
export interface RuleText extends Readonly<Record<Language, Wording>> {
  /** What to say in some cases, told from the figures, where one sentence does not fit all. */
  readonly instead?: (figures: Figures) => RuleText | undefined;
  /** Figures that follow from those of the fault. */
  readonly derived?: (figures: Figures) => Figures;
}

export const wording = (message: string, why: string, nextStep: string): Wording => ({
  message,
  why,
  nextStep,
});

export type Figures = Readonly<Record<string, string>>;

/** What to say by one figure of the fault; `text` where it is none of the cases. */
export const inCases = (
  figure: string,
  cases: Readonly<Record<string, RuleText>>,
  text: RuleText,
): RuleText => ({ ...text, instead: (figures) => cases[figures[figure] ?? ''] });

/** Fills a sentence with the fault's figures. */
export const fill = (sentence: string, figures: Figures, language: Language): string =>
  sentence
    .replaceAll(/\[([^[\]]*)\]/g, (_, part: string) => (isKnown(part, figures) ? part : ''))
    .replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, kind: string | undefined) =>
      written(figures[name] ?? '…', kind, figures, language),
    );

const isKnown = (part: string, figures: Figures): boolean =>
  [...part.matchAll(/\{(\w+)/g)].every(([, name = '']) => figures[name] !== undefined);

const written = (value: string, kind: string | undefined, figures: Figures, language: Language): string => {
  if (kind === 'date') return formatDate(value, language);
  if (kind === 'siret') return formatSiret(value);
  if (kind === 'category') return categoryName(value, language);
  if (kind === 'problem') return fileProblems[value]?.[language] ?? shortened(value);
  if (kind === 'format') return shortened(formats[value]?.[language] ?? value);
  // A figure beyond all reason is quoted as it stands.
  if (kind === undefined || value.length > MAXIMUM_FIGURE || !Decimal.parse(value)) return shortened(value);
  if (kind === 'money') return formatMoney(value, figures.currency ?? '', language);
  return kind === 'percent' ? formatPercent(value, language) : formatNumber(value, language);
};

/** A sentence quotes what was found; it does not repeat a whole page of it. */
const shortened = (value: string): string =>
  value.length > MAXIMUM_QUOTE ? `${value.slice(0, MAXIMUM_QUOTE)}…` : value;

const MAXIMUM_QUOTE = 80;
const MAXIMUM_FIGURE = 40;

const categories: Readonly<Record<string, ReturnType<typeof say>>> = {
  S: say('taux normal ou réduit (S)', 'standard or reduced rate (S)'),
  Z: say('taux zéro (Z)', 'zero rate (Z)'),
  E: say('exonéré (E)', 'exempt (E)'),
  AE: say('autoliquidation (AE)', 'reverse charge (AE)'),
  K: say('livraison intracommunautaire (K)', 'intra-Community supply (K)'),
  G: say("exportation hors de l'Union européenne (G)", 'export outside the European Union (G)'),
  O: say('non soumis à la TVA (O)', 'not subject to VAT (O)'),
  L: say('îles Canaries (L)', 'Canary Islands (L)'),
  M: say('Ceuta et Melilla (M)', 'Ceuta and Melilla (M)'),
  B: say('paiement scindé italien (B)', 'Italian split payment (B)'),
};

/** « taux normal ou réduit (S) »; the code alone for an unknown one. */
export const categoryName = (code: string, language: Language): string =>
  categories[code]?.[language] ?? code;

/** What a reader found instead of an invoice; other names (JSON, FatturaPA) are the same in every language. */
const formats: Readonly<Record<string, ReturnType<typeof say>>> = {
  text: say('du texte', 'text'),
  bytes: say('des données illisibles', 'unreadable data'),
  program: say('un programme', 'a program'),
  Office: say('un document de bureautique', 'an office document'),
  gzip: say('une archive gzip', 'a gzip archive'),
  zip: say('une archive zip ou un document de bureautique', 'a zip archive or an office document'),
  PNG: say('une image PNG', 'a PNG image'),
  JPEG: say('une image JPEG', 'a JPEG image'),
  GIF: say('une image GIF', 'a GIF image'),
  HTML: say('une page HTML', 'an HTML page'),
  SBDH: say('une enveloppe de transport SBDH', 'an SBDH transport envelope'),
};
