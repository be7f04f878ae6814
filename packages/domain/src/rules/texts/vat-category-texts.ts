import type { Language } from '../../display/language.js';
import { type RequiredIdentifiers, type VatFamily, vatFamilies } from '../en16931/vat-families.js';
import { categoryName, inCases, type RuleText, type Wording, wording } from './wording.js';

/** The sentences of the VAT rules -01 to -10, written once and said of each category. */
type Said = (family: VatFamily) => RuleText;

const both =
  (fr: (category: string) => Wording, en: (category: string) => Wording): Said =>
  ({ category }) => ({ fr: fr(categoryName(category, 'fr')), en: en(categoryName(category, 'en')) });

const breakdown = both(
  (category) =>
    wording(
      `La ventilation de TVA ne correspond pas aux lignes pour la catégorie « ${category} »[ : elle y manque, alors que la facture l'utilise {missing:number} fois][ : elle y figure {unused:number} fois, alors que ni ligne, ni remise, ni frais ne l'utilise][ : elle y figure {repeated:number} fois au lieu d'une].`,
      'Toute catégorie utilisée dans les lignes, remises ou frais doit figurer dans la ventilation, et inversement.',
      'Mettez la ventilation en accord avec les lignes, ou corrigez la catégorie des lignes, puis déposez la facture à nouveau.',
    ),
  (category) =>
    wording(
      `The VAT breakdown does not agree with the lines for category "${category}"[: it is missing there, though the invoice uses it ({missing:number}×)][: it stands there ({unused:number}×), though no line, allowance or charge uses it][: it stands there {repeated:number} times instead of once].`,
      'Every category used in lines, allowances or charges must stand in the breakdown, and the other way round.',
      'Bring the breakdown in line with the lines, or correct the category of the lines, then deposit the invoice again.',
    ),
);

const demands: Readonly<Record<RequiredIdentifiers, Readonly<Record<Language, string>>>> = {
  seller: {
    fr: 'Il manque le numéro de TVA du vendeur, ou celui de son représentant fiscal',
    en: 'The VAT number of the seller or of its tax representative is missing',
  },
  sellerAndBuyer: {
    fr: "Il manque le numéro de TVA du vendeur et un identifiant de l'acheteur (TVA ou SIREN)",
    en: 'The VAT number of the seller and an identifier of the buyer (VAT or registration) are missing',
  },
  vatOfSeller: {
    fr: 'Il manque le numéro de TVA du vendeur, ou celui de son représentant fiscal',
    en: 'The VAT number of the seller or of its tax representative is missing',
  },
  vatOfBoth: {
    fr: "Il manque le numéro de TVA du vendeur et celui de l'acheteur",
    en: 'The VAT numbers of the seller and of the buyer are missing',
  },
  noVat: {
    fr: 'Un numéro de TVA est donné alors que la facture est hors du champ de la TVA',
    en: 'A VAT number is given though the invoice is not subject to VAT',
  },
};

/** What is missing of two that are asked for. */
const missingAlone: Readonly<Record<'seller' | 'buyer' | 'vatOfBuyer', Readonly<Record<Language, string>>>> =
  {
    seller: demands.seller,
    buyer: {
      fr: "Il manque un identifiant de l'acheteur : son numéro de TVA ou son SIREN",
      en: 'An identifier of the buyer is missing: its VAT number or its registration',
    },
    vatOfBuyer: {
      fr: "Il manque le numéro de TVA de l'acheteur",
      en: 'The VAT number of the buyer is missing',
    },
  };

const identifiers: Said = (family) => {
  const asked = (demand: Readonly<Record<Language, string>>): RuleText => identifiersAsked(demand, family);
  const buyer = family.identifiers === 'vatOfBoth' ? 'vatOfBuyer' : 'buyer';
  const cases = { seller: asked(missingAlone.seller), buyer: asked(missingAlone[buyer]) };
  return inCases('missing', cases, asked(demands[family.identifiers]));
};

const identifiersAsked = (
  demand: Readonly<Record<Language, string>>,
  { category, identifiers: required }: VatFamily,
): RuleText => ({
  fr: wording(
    `${demand.fr}.`,
    `La catégorie de TVA « ${categoryName(category, 'fr')} » ${required === 'noVat' ? "l'exclut" : "l'exige"}.`,
    required === 'noVat'
      ? 'Retirez les numéros de TVA, ou choisissez une autre catégorie de TVA.'
      : 'Ajoutez le numéro manquant, puis déposez la facture à nouveau.',
  ),
  en: wording(
    `${demand.en}.`,
    `The VAT category "${categoryName(category, 'en')}" ${required === 'noVat' ? 'excludes' : 'requires'} it.`,
    required === 'noVat'
      ? 'Remove the VAT numbers, or choose another VAT category.'
      : 'Add the missing number, then deposit the invoice again.',
  ),
});

const expectedRate: Readonly<Record<VatFamily['rate'], Readonly<Record<Language, string>>>> = {
  positive: { fr: 'un taux supérieur à 0 %', en: 'a rate above 0%' },
  zero: { fr: 'un taux de 0 %', en: 'a rate of 0%' },
  notNegative: { fr: 'un taux qui ne soit pas négatif', en: 'a rate that is not negative' },
  absent: { fr: 'aucun taux', en: 'no rate' },
};

const rate =
  (fr: string, en: string): Said =>
  ({ category, rate: demand }) => ({
    fr: wording(
      `${fr} : le taux de TVA[ ({found:percent})][ (absent{absent})] ne convient pas à la catégorie « ${categoryName(category, 'fr')} ».`,
      `Cette catégorie demande ${expectedRate[demand].fr}.`,
      'Corrigez le taux ou la catégorie, puis déposez la facture à nouveau.',
    ),
    en: wording(
      `${en}: the VAT rate[ ({found:percent})][ (absent{absent})] does not fit category "${categoryName(category, 'en')}".`,
      `This category asks for ${expectedRate[demand].en}.`,
      'Correct the rate or the category, then deposit the invoice again.',
    ),
  });

const notUsed = both(
  () =>
    wording(
      "Aucune ligne n'est à {rate:percent}[ ; {others:money} sont à {otherRate:percent}] : le taux de la ventilation de TVA n'est pas celui des lignes.",
      'Chaque taux de la ventilation est celui de lignes, de remises ou de frais.',
      'Corrigez le taux dans la ventilation, ou celui des lignes, puis déposez la facture à nouveau.',
    ),
  () =>
    wording(
      'No line is at {rate:percent}[; {others:money} are at {otherRate:percent}]: the rate of the VAT breakdown is not that of the lines.',
      'Each rate of the breakdown is that of lines, allowances or charges.',
      'Correct the rate in the breakdown, or that of the lines, then deposit the invoice again.',
    ),
);

const taxable: Said = (family) => ({
  ...taxableDiffers(family),
  instead: ({ notUsed: isNotUsed, rate: atRate }) =>
    isNotUsed === undefined || atRate === undefined ? undefined : notUsed(family),
});

const taxableDiffers = both(
  (category) =>
    wording(
      `La base imposable[ ({found:money})] de la catégorie « ${category} »[, au taux de {rate:percent},] ne correspond pas aux lignes[ ({expected:money})].`,
      'Elle est égale aux lignes de cette catégorie, moins les remises, plus les frais.',
      '[Valeur attendue : {mend:money}. ]Vérifiez aussi la catégorie et le taux de chaque ligne.',
    ),
  (category) =>
    wording(
      `The taxable amount[ ({found:money})] of category "${category}"[, at {rate:percent},] does not agree with the lines[ ({expected:money})].`,
      'It equals the lines of this category, less allowances, plus charges.',
      '[Expected value: {mend:money}. ]Check the category and the rate of each line too.',
    ),
);

const taxed = both(
  (category) =>
    wording(
      `Le montant de TVA[ ({found:money})] de la catégorie « ${category} » ne correspond pas au calcul[ ({expected:money} = {taxable:money} × {rate:percent})].`,
      'Le montant de TVA est égal à la base imposable multipliée par le taux.',
      '[Valeur attendue : {mend:money}. ]Vérifiez la base, le taux et le montant de TVA.',
    ),
  (category) =>
    wording(
      `The VAT amount[ ({found:money})] of category "${category}" does not agree with the calculation[ ({expected:money} = {taxable:money} × {rate:percent})].`,
      'The VAT amount equals the taxable amount multiplied by the rate.',
      '[Expected value: {mend:money}. ]Check the taxable amount, the rate and the VAT amount.',
    ),
);

const untaxed = both(
  (category) =>
    wording(
      `Le montant de TVA[ ({found:money})] doit être nul pour la catégorie « ${category} ».`,
      'Cette catégorie ne porte pas de TVA.',
      'Mettez 0,00, ou choisissez une autre catégorie de TVA.',
    ),
  (category) =>
    wording(
      `The VAT amount[ ({found:money})] must be zero for category "${category}".`,
      'This category bears no VAT.',
      'Put 0.00, or choose another VAT category.',
    ),
);

const reasonRequired = both(
  (category) =>
    wording(
      `Il manque le motif d'exonération de TVA pour la catégorie « ${category} ».`,
      'Une facture sans TVA dit pourquoi elle en est dispensée.',
      "Ajoutez le motif en toutes lettres ou son code, par exemple l'article de loi.",
    ),
  (category) =>
    wording(
      `The VAT exemption reason is missing for category "${category}".`,
      'An invoice without VAT says why.',
      'Add the reason in words or its code, for example the article of law.',
    ),
);

const reasonForbidden = both(
  (category) =>
    wording(
      `Un motif d'exonération de TVA est donné pour la catégorie « ${category} », qui n'est pas exonérée.`,
      "Un motif d'exonération contredit cette catégorie.",
      'Retirez le motif, ou choisissez la catégorie qui convient.',
    ),
  (category) =>
    wording(
      `A VAT exemption reason is given for category "${category}", which is not exempt.`,
      'An exemption reason contradicts this category.',
      'Remove the reason, or choose the category that applies.',
    ),
);

const textsOf = (family: VatFamily): Record<string, RuleText> => {
  const isTaxed = family.breakdowns === 'perRate';
  const numbered: Readonly<Record<string, Said>> = {
    '01': breakdown,
    '02': identifiers,
    '03': identifiers,
    '04': identifiers,
    '05': rate('Ligne[ {line}]', 'Line[ {line}]'),
    '06': rate('Remise', 'Allowance'),
    '07': rate('Frais', 'Charge'),
    '08': taxable,
    '09': isTaxed ? taxed : untaxed,
    '10': family.exemptionReason === 'required' ? reasonRequired : reasonForbidden,
  };
  return Object.fromEntries(
    Object.entries(numbered).map(([number, said]) => [`BR-${family.prefix}-${number}`, said(family)]),
  );
};

const intraCommunity = (fr: string, en: string): RuleText => ({
  fr: wording(
    `Il manque ${fr}.`,
    'Une livraison intracommunautaire doit dire quand et dans quel pays la marchandise est arrivée.',
    'Complétez cette information, puis déposez la facture à nouveau.',
  ),
  en: wording(
    `${en} is missing.`,
    'An intra-Community supply must say when and in which country the goods arrived.',
    'Complete it, then deposit the invoice again.',
  ),
});

const standsAlone = (fr: string, en: string): RuleText => ({
  fr: wording(
    `La catégorie « non soumis à la TVA » (O) est mélangée à une autre ${fr}.`,
    "Une facture hors du champ de la TVA l'est tout entière.",
    'Faites deux factures, ou corrigez la catégorie de TVA.',
  ),
  en: wording(
    `The category "not subject to VAT" (O) is mixed with another ${en}.`,
    'An invoice not subject to VAT is so as a whole.',
    'Make two invoices, or correct the VAT category.',
  ),
});

/** The sentences of the rules about one VAT category. */
export const vatCategoryTexts: Readonly<Record<string, RuleText>> = {
  ...Object.assign({}, ...vatFamilies.map(textsOf)),
  'BR-IC-11': intraCommunity(
    'la date de livraison ou la période de facturation',
    'The delivery date or the invoicing period',
  ),
  'BR-IC-12': intraCommunity('le pays de livraison', 'The delivery country'),
  'BR-O-11': standsAlone('dans la ventilation', 'in the breakdown'),
  'BR-O-12': standsAlone('dans une ligne', 'in a line'),
  'BR-O-13': standsAlone('dans une remise', 'in an allowance'),
  'BR-O-14': standsAlone('dans des frais', 'in a charge'),
};
