import { type RuleText, wording } from './wording.js';

/** What a code says, with its article; the list it comes from; codes most invoices use. */
interface Said {
  readonly fr: string;
  readonly en: string;
  readonly list: string;
  readonly such: readonly [fr: string, en: string];
}

const text = ({ fr, en, list, such: [tel, such] }: Said): RuleText => ({
  fr: wording(
    `[Ligne {line} : ]${fr}[ (« {found} »)] est absent de la liste ${list}.`,
    'Le logiciel qui lit la facture ne comprend que les codes de cette liste.',
    `[Le code attendu est sans doute « {mend} ». ]Choisissez un code de la liste, par exemple ${tel}, puis déposez la facture à nouveau.`,
  ),
  en: wording(
    `[Line {line}: ]${en}[ ("{found}")] is not in the list ${list}.`,
    'The software that reads the invoice understands the codes of this list only.',
    `[The code meant is probably "{mend}". ]Choose a code of the list, for example ${such}, then deposit the invoice again.`,
  ),
});

const currency = (fr: string, en: string): RuleText =>
  text({ fr, en, list: 'ISO 4217', such: ["EUR pour l'euro", 'EUR for the euro'] });

const ofFirms = ['0002 pour un SIREN ou 0009 pour un SIRET', '0002 for a SIREN or 0009 for a SIRET'] as const;

const register = (fr: string, en: string, such: Said['such'] = ofFirms): RuleText =>
  text({ fr, en, list: 'ISO 6523', such });

const country = (fr: string, en: string): RuleText =>
  text({ fr, en, list: 'ISO 3166', such: ['FR pour la France', 'FR for France'] });

const category = (fr: string, en: string): RuleText =>
  text({
    fr,
    en,
    list: 'UNTDID 5305',
    such: [
      'S pour un taux normal ou réduit, E pour une exonération',
      'S for a standard or reduced rate, E for an exemption',
    ],
  });

/** The sentences of the code lists (BR-CL-01 to 26). */
export const codeListTexts: Readonly<Record<string, RuleText>> = {
  'BR-CL-01': text({
    fr: 'le type de document',
    en: 'the type of document',
    list: 'UNTDID 1001',
    such: ['380 pour une facture ou 381 pour un avoir', '380 for an invoice or 381 for a credit note'],
  }),
  'BR-CL-03': currency("le code de devise d'un montant", 'the currency code of an amount'),
  'BR-CL-04': currency('le code de devise de la facture', 'the currency code of the invoice'),
  'BR-CL-05': currency('le code de devise de comptabilisation de la TVA', 'the VAT accounting currency code'),
  'BR-CL-06': text({
    fr: "le code de la date d'exigibilité de la TVA",
    en: 'the code of the date VAT falls due',
    list: 'UNTDID 2005/2475',
    such: ['« date de facture » : 3 en UBL, 5 en CII', '"invoice date": 3 in UBL, 5 in CII'],
  }),
  'BR-CL-07': text({
    fr: "le type de l'identifiant d'objet",
    en: 'the kind of object identifier',
    list: 'UNTDID 1153',
    such: ['AVV ou IT', 'AVV or IT'],
  }),
  'BR-CL-08': text({
    fr: "le code de l'objet de la note",
    en: 'the subject code of the note',
    list: 'UNTDID 4451',
    such: ['AAI pour une information générale', 'AAI for general information'],
  }),
  'BR-CL-10': register("le type de l'identifiant d'une partie", 'the kind of identifier of a party'),
  'BR-CL-11': register("le type de l'immatriculation", 'the kind of registration number'),
  'BR-CL-13': text({
    fr: "le code de la nomenclature de l'article",
    en: 'the code of the item classification',
    list: 'UNTDID 7143',
    such: ['STI pour CPV, HS pour le code douanier', 'STI for CPV, HS for the customs code'],
  }),
  'BR-CL-14': country('le code du pays', 'the country code'),
  'BR-CL-15': country("le code du pays d'origine", 'the code of the country of origin'),
  'BR-CL-16': text({
    fr: 'le code du moyen de paiement',
    en: 'the payment means code',
    list: 'UNTDID 4461',
    such: ['58 pour un virement SEPA ou 30 pour un virement', '58 for a SEPA transfer or 30 for a transfer'],
  }),
  'BR-CL-17': category('le code de la catégorie de TVA', 'the VAT category code'),
  'BR-CL-18': category('le code de la catégorie de TVA', 'the VAT category code'),
  'BR-CL-19': text({
    fr: 'le code du motif de la remise',
    en: 'the reason code of the allowance',
    list: 'UNTDID 5189',
    such: ['95 pour une remise', '95 for a discount'],
  }),
  'BR-CL-20': text({
    fr: 'le code du motif des frais',
    en: 'the reason code of the charge',
    list: 'UNTDID 7161',
    such: ['FC pour des frais de transport', 'FC for freight'],
  }),
  'BR-CL-21': register(
    "le type de l'identifiant standard de l'article",
    'the kind of standard identifier of the item',
    ['0160 pour un code-barres (GTIN)', '0160 for a bar code (GTIN)'],
  ),
  'BR-CL-22': text({
    fr: "le code du motif d'exonération de TVA",
    en: 'the VAT exemption reason code',
    list: 'VATEX',
    such: ['VATEX-EU-AE pour une autoliquidation', 'VATEX-EU-AE for a reverse charge'],
  }),
  'BR-CL-23': text({
    fr: "le code de l'unité",
    en: 'the unit code',
    list: 'UN/ECE 20/21',
    such: ['C62 pour une unité, HUR pour une heure', 'C62 for one unit, HUR for an hour'],
  }),
  'BR-CL-24': text({
    fr: 'le type de la pièce jointe',
    en: 'the type of the attachment',
    list: 'EN 16931',
    such: ['application/pdf ou image/png', 'application/pdf or image/png'],
  }),
  'BR-CL-25': text({
    fr: "le type de l'adresse électronique",
    en: 'the kind of electronic address',
    list: 'EAS',
    such: [
      '0225 pour une adresse de la facturation électronique française',
      '0225 for an address of French e-invoicing',
    ],
  }),
  'BR-CL-26': register(
    "le type de l'identifiant du lieu de livraison",
    'the kind of identifier of the delivery location',
    [
      '0088 pour un numéro de lieu (GLN) ou 0009 pour un SIRET',
      '0088 for a location number (GLN) or 0009 for a SIRET',
    ],
  ),
};
