import { Decimal } from '../../amount/decimal.js';
import type { Language } from '../../display/language.js';
import { type Figures, inCases, type RuleText, type Wording, wording } from './wording.js';

/** What many rules of the norm have in common to say. */
const asks = {
  fr: "La norme européenne EN 16931 l'exige.",
  en: 'The European standard EN 16931 requires it.',
};

/** UBL has breakdowns in lines as well. */
const inBreakdown = {
  fr: 'dans [la ventilation de TVA{ofDocument}][le détail de TVA de la ligne {ofLine}]',
  en: 'in the VAT [breakdown{ofDocument}][detail of line {ofLine}]',
};

const complete = {
  fr: 'Complétez cette information dans votre logiciel de facturation, puis déposez la facture à nouveau.',
  en: 'Complete it in your invoicing software, then deposit the invoice again.',
};

const correct = {
  fr: 'Corrigez cette donnée dans votre logiciel de facturation, puis déposez la facture à nouveau.',
  en: 'Correct it in your invoicing software, then deposit the invoice again.',
};

interface Parts {
  readonly why?: string;
  readonly nextStep?: string;
}

const word = (
  language: Language,
  message: string,
  { why = asks[language], nextStep = complete[language] }: Parts = {},
): Wording => wording(message, why, nextStep);

/** Something is missing. `fr` and `en` name it with its article. */
const missing = (fr: string, en: string, french: Parts = {}, english: Parts = {}): RuleText => ({
  fr: word('fr', `Il manque ${fr}.`, french),
  en: word('en', `${en.charAt(0).toUpperCase()}${en.slice(1)} is missing.`, english),
});

const missingOnLine = (fr: string, en: string, french: Parts = {}, english: Parts = {}): RuleText => ({
  fr: word('fr', `[Ligne {line} : ]il manque ${fr}.`, french),
  en: word('en', `[Line {line}: ]${en} is missing.`, english),
});

const says = (fr: Wording, en: Wording): RuleText => ({ fr, en });

/** A total that does not agree with what it adds up; `lookAt` is what else may be wrong instead of the total. */
const wrongTotal = (fr: Total, en: Total): RuleText => ({
  fr: wording(
    `${fr.name}[ ({found:money})] ne correspond pas au calcul[ ({expected:money})][ : il manque un montant pour le calculer{incomplete}].`,
    fr.formula,
    `[Valeur attendue : {mend:money}. ]Vérifiez aussi ${fr.lookAt} : si l'erreur est là, corrigez-la plutôt que le total.`,
  ),
  en: wording(
    `${en.name}[ ({found:money})] does not agree with the calculation[ ({expected:money})][: an amount to calculate it from is missing{incomplete}].`,
    en.formula,
    `[Expected value: {mend:money}. ]Check ${en.lookAt} too: if the error is there, correct it rather than the total.`,
  ),
});

interface Total {
  readonly name: string;
  readonly formula: string;
  readonly lookAt: string;
}

const reasonMissing = (fr: string, en: string): RuleText =>
  missing(
    `le motif ${fr}`,
    `the reason for ${en}`,
    { why: 'Le destinataire doit comprendre pourquoi le montant change.' },
    { why: 'The recipient must understand why the amount changes.' },
  );

const schemeMissing = (fr: string, en: string): RuleText =>
  says(
    word('fr', `${fr}[ ({found})] ne dit pas de quelle liste provient la valeur.`, {
      why: "Un identifiant sans sa liste d'origine ne se retrouve pas.",
      nextStep: 'Ajoutez le code de la liste à côté de la valeur, puis déposez la facture à nouveau.',
    }),
    word('en', `${en}[ ({found})] does not say which list its value comes from.`, {
      why: 'An identifier without its list cannot be looked up.',
      nextStep: 'Add the code of the list beside the value, then deposit the invoice again.',
    }),
  );

const wrongOrder = (fr: string, en: string): RuleText =>
  says(
    word('fr', `${fr} se termine[ le {found:date}] avant d'avoir commencé[ ({start:date})].`, {
      why: 'La fin ne peut pas précéder le début.',
      nextStep: 'Corrigez les deux dates, puis déposez la facture à nouveau.',
    }),
    word('en', `${en} ends[ on {found:date}] before it starts[ ({start:date})].`, {
      why: 'The end cannot come before the start.',
      nextStep: 'Correct the two dates, then deposit the invoice again.',
    }),
  );

const emptyPeriod = (fr: string, en: string): RuleText =>
  says(
    word('fr', `${fr} n'a ni début ni fin.`, {
      why: 'Une période vide ne dit rien au destinataire.',
      nextStep: 'Indiquez au moins une des deux dates, ou retirez la période.',
    }),
    word('en', `${en} has neither a start nor an end.`, {
      why: 'An empty period tells the recipient nothing.',
      nextStep: 'Give at least one of the two dates, or remove the period.',
    }),
  );

const negativePrice = (fr: string, en: string): RuleText =>
  says(
    word('fr', `[Ligne {line} : ]${fr}[ ({found:money})] ne peut pas être négatif.`, {
      why: "Pour diminuer un montant, c'est la quantité qui devient négative, ou une remise qui s'ajoute.",
      nextStep: 'Mettez un prix positif et une quantité négative, ou faites un avoir.',
    }),
    word('en', `[Line {line}: ]${en}[ ({found:money})] cannot be negative.`, {
      why: 'To lower an amount the quantity turns negative, or an allowance is added.',
      nextStep: 'Use a positive price and a negative quantity, or make a credit note.',
    }),
  );

const accountMissing = missing(
  'le compte à créditer (IBAN)',
  'the account to credit (IBAN)',
  {
    why: 'La facture demande un paiement par virement : sans compte, le comptable ne peut pas payer.',
    nextStep: 'Ajoutez votre IBAN aux coordonnées de paiement, puis déposez la facture à nouveau.',
  },
  {
    why: 'The invoice asks to be paid by transfer: without an account nobody can pay it.',
    nextStep: 'Add your IBAN to the payment details, then deposit the invoice again.',
  },
);

const categoryMissing = (fr: string, en: string): RuleText =>
  missing(
    fr,
    en,
    { why: 'Elle se donne par un code, S ou E par exemple, et par la mention « VAT » à côté de lui.' },
    { why: 'It is given by a code, S or E for example, and by the mention "VAT" beside it.' },
  );

const noVatTotal = says(
  word('fr', 'Aucun total de TVA ne figure dans la devise de la facture[ ({currency})].', {
    why: 'Le total toutes taxes comprises se calcule avec le total de la TVA donné dans cette devise.',
    nextStep: 'Corrigez la devise du total de la TVA, ou ajoutez-le, puis déposez la facture à nouveau.',
  }),
  word('en', 'No total of VAT stands in the currency of the invoice[ ({currency})].', {
    why: 'The total with VAT is worked out with the total VAT given in that currency.',
    nextStep: 'Correct the currency of the total VAT, or add it, then deposit the invoice again.',
  }),
);

const twoVatTotals = says(
  word('fr', 'Plusieurs totaux de TVA figurent dans la devise de la facture[ ({currency})].', {
    why: 'Le total toutes taxes comprises se calcule avec un seul total de la TVA.',
    nextStep: 'Gardez le bon total de la TVA et retirez les autres, puis déposez la facture à nouveau.',
  }),
  word('en', 'Several totals of VAT stand in the currency of the invoice[ ({currency})].', {
    why: 'The total with VAT is worked out with a single total VAT.',
    nextStep: 'Keep the right total VAT and remove the others, then deposit the invoice again.',
  }),
);

/** The sentences of the rules of EN 16931 that are not about one VAT category. */
export const normTexts: Readonly<Record<string, RuleText>> = {
  'BR-01': missing(
    "l'identifiant du profil de la facture",
    'the profile identifier of the invoice',
    { why: 'Il dit selon quelles règles lire le fichier.' },
    { why: 'It tells by which rules to read the file.' },
  ),
  'BR-02': missing(
    'le numéro de facture',
    'the invoice number',
    { why: "C'est par lui que chacun retrouve la facture." },
    { why: 'Everyone finds the invoice by it.' },
  ),
  'BR-03': missing("la date d'émission", 'the issue date'),
  'BR-04': missing(
    'le type de document',
    'the document type',
    { why: "Il distingue une facture (380) d'un avoir (381)." },
    { why: 'It tells an invoice (380) from a credit note (381).' },
  ),
  'BR-05': missing('la devise de la facture', 'the currency of the invoice'),
  'BR-06': missing('le nom du vendeur', 'the seller name'),
  'BR-07': missing("le nom de l'acheteur", 'the buyer name'),
  'BR-08': missing("l'adresse du vendeur", 'the seller address'),
  'BR-09': missing('le pays du vendeur', 'the seller country'),
  'BR-10': missing("l'adresse de l'acheteur", 'the buyer address'),
  'BR-11': missing("le pays de l'acheteur", 'the buyer country'),
  'BR-12': missing('le total des lignes hors taxes', 'the sum of line net amounts'),
  'BR-13': missing('le total hors taxes', 'the total without VAT'),
  'BR-14': missing('le total toutes taxes comprises', 'the total with VAT'),
  'BR-15': missing('le net à payer', 'the amount due'),
  'BR-16': says(
    word('fr', "La facture n'a aucune ligne.", {
      nextStep: 'Ajoutez ce qui est facturé, ligne par ligne, puis déposez la facture à nouveau.',
    }),
    word('en', 'The invoice has no line.', {
      nextStep: 'Add what is invoiced, line by line, then deposit the invoice again.',
    }),
  ),
  'BR-17': says(
    word('fr', 'Le bénéficiaire du paiement est à nommer, et il doit être différent du vendeur.', {
      why: "On n'indique un bénéficiaire que si quelqu'un d'autre que le vendeur est payé.",
      nextStep: 'Donnez le nom du bénéficiaire, ou retirez-le si vous êtes payé vous-même.',
    }),
    word('en', 'The payee needs a name, and must be someone other than the seller.', {
      why: 'A payee is given only when someone other than the seller is paid.',
      nextStep: 'Give the name of the payee, or remove it if you are paid yourself.',
    }),
  ),
  'BR-18': missing('le nom du représentant fiscal', 'the tax representative name'),
  'BR-19': missing("l'adresse du représentant fiscal", 'the tax representative address'),
  'BR-20': missing('le pays du représentant fiscal', 'the tax representative country'),
  'BR-21': missing('le numéro de la ligne', 'the line number'),
  'BR-22': missingOnLine('la quantité', 'the quantity'),
  'BR-23': missingOnLine("l'unité de la quantité", 'the unit of the quantity'),
  'BR-24': missingOnLine('le montant net', 'the net amount'),
  'BR-25': missingOnLine("la désignation de l'article", 'the item name'),
  'BR-26': missingOnLine('le prix unitaire net', 'the net unit price'),
  'BR-27': negativePrice('le prix unitaire net', 'the net unit price'),
  'BR-28': negativePrice('le prix unitaire brut', 'the gross unit price'),
  'BR-29': wrongOrder('La période de facturation', 'The invoicing period'),
  'BR-30': wrongOrder('[Ligne {line} : ]la période', '[Line {line}: ]the period'),
  'BR-31': missing("le montant d'une remise", 'the amount of an allowance'),
  'BR-32': categoryMissing("la catégorie de TVA d'une remise", 'the VAT category of an allowance'),
  'BR-33': reasonMissing("d'une remise", 'an allowance'),
  'BR-36': missing('le montant des frais', 'the amount of a charge'),
  'BR-37': categoryMissing('la catégorie de TVA des frais', 'the VAT category of a charge'),
  'BR-38': reasonMissing('des frais', 'a charge'),
  'BR-41': missing("le montant d'une remise sur une ligne", 'the amount of a line allowance'),
  'BR-42': reasonMissing("d'une remise sur une ligne", 'a line allowance'),
  'BR-43': missing('le montant des frais sur une ligne', 'the amount of a line charge'),
  'BR-44': reasonMissing('des frais sur une ligne', 'a line charge'),
  'BR-45': missing(`la base imposable ${inBreakdown.fr}`, `the taxable amount ${inBreakdown.en}`),
  'BR-46': missing(`le montant de TVA ${inBreakdown.fr}`, `the VAT amount ${inBreakdown.en}`),
  'BR-47': categoryMissing(`la catégorie de TVA ${inBreakdown.fr}`, `the VAT category ${inBreakdown.en}`),
  'BR-48': missing(`le taux de TVA ${inBreakdown.fr}`, `the VAT rate ${inBreakdown.en}`),
  'BR-49': missing('le code du moyen de paiement', 'the payment means code'),
  'BR-50': accountMissing,
  'BR-51': says(
    word('fr', 'Le numéro de carte est trop long.', {
      why: 'Pour la sécurité du porteur, une facture ne montre que les derniers chiffres : 10 caractères au plus.',
      nextStep: 'Gardez seulement les 4 à 6 derniers chiffres.',
    }),
    word('en', 'The card number is too long.', {
      why: 'To protect the holder an invoice shows only the last digits: 10 characters at most.',
      nextStep: 'Keep only the last 4 to 6 digits.',
    }),
  ),
  'BR-52': missing("la référence d'une pièce justificative", 'the reference of a supporting document'),
  'BR-53': missing(
    'le total de la TVA dans la devise de comptabilisation',
    'the total VAT in the accounting currency',
    { why: 'La facture annonce une autre devise pour la TVA.' },
    { why: 'The invoice announces another currency for VAT.' },
  ),
  'BR-54': says(
    word('fr', "Une caractéristique d'article est incomplète[ ({found})]."),
    word('en', 'An item attribute is incomplete[ ({found})].'),
  ),
  'BR-55': missing('le numéro de la facture antérieure', 'the number of the preceding invoice'),
  'BR-56': missing('le numéro de TVA du représentant fiscal', 'the tax representative VAT number'),
  'BR-57': missing("le pays de l'adresse de livraison", 'the country of the delivery address'),
  'BR-61': accountMissing,
  'BR-62': schemeMissing("L'adresse électronique du vendeur", 'The seller electronic address'),
  'BR-63': schemeMissing("L'adresse électronique de l'acheteur", 'The buyer electronic address'),
  'BR-64': schemeMissing("L'identifiant standard d'un article", 'The standard identifier of an item'),
  'BR-65': schemeMissing("Le code de classification d'un article", 'The classification code of an item'),
  'BR-CO-03': says(
    word('fr', "La date d'exigibilité de la TVA et son code sont donnés tous les deux.", {
      why: "L'une remplace l'autre : avec les deux, on ne sait laquelle suivre.",
      nextStep: 'Gardez la date ou le code, pas les deux.',
    }),
    word('en', 'The VAT point date and its code are both given.', {
      why: 'One replaces the other: with both, nobody knows which to follow.',
      nextStep: 'Keep the date or the code, not both.',
    }),
  ),
  'BR-CO-04': missingOnLine('la catégorie de TVA', 'the VAT category'),
  'BR-CO-09': says(
    word('fr', 'Le numéro de TVA « {found} » ne commence pas par un code de pays.', {
      why: 'Un numéro de TVA commence par les deux lettres du pays, par exemple FR.',
      nextStep: 'Ajoutez le code du pays devant le numéro, puis déposez la facture à nouveau.',
    }),
    word('en', 'The VAT number "{found}" does not begin with a country code.', {
      why: 'A VAT number begins with the two letters of its country, for example FR.',
      nextStep: 'Put the country code before the number, then deposit the invoice again.',
    }),
  ),
  'BR-CO-10': wrongTotal(
    {
      name: 'Le total des lignes',
      formula: 'Il doit être égal à la somme des montants nets des lignes.',
      lookAt: 'le montant de chaque ligne',
    },
    {
      name: 'The sum of lines',
      formula: 'It must equal the sum of the net amounts of the lines.',
      lookAt: 'the amount of each line',
    },
  ),
  'BR-CO-11': wrongTotal(
    {
      name: 'Le total des remises',
      formula: 'Il doit être égal à la somme des remises de la facture.',
      lookAt: 'chaque remise',
    },
    {
      name: 'The sum of allowances',
      formula: 'It must equal the sum of the allowances of the invoice.',
      lookAt: 'each allowance',
    },
  ),
  'BR-CO-12': wrongTotal(
    {
      name: 'Le total des frais',
      formula: 'Il doit être égal à la somme des frais de la facture.',
      lookAt: 'chacun des frais',
    },
    {
      name: 'The sum of charges',
      formula: 'It must equal the sum of the charges of the invoice.',
      lookAt: 'each charge',
    },
  ),
  'BR-CO-13': wrongTotal(
    {
      name: 'Le total hors taxes',
      formula: 'Il est égal au total des lignes, moins les remises, plus les frais.',
      lookAt: 'le total des lignes, des remises et des frais',
    },
    {
      name: 'The total without VAT',
      formula: 'It equals the sum of lines, less allowances, plus charges.',
      lookAt: 'the sums of lines, allowances and charges',
    },
  ),
  'BR-CO-14': wrongTotal(
    {
      name: 'Le total de la TVA',
      formula: 'Il doit être égal à la somme des montants de TVA de la ventilation.',
      lookAt: 'la ventilation de TVA',
    },
    {
      name: 'The total VAT',
      formula: 'It must equal the sum of the VAT amounts of the breakdown.',
      lookAt: 'the VAT breakdown',
    },
  ),
  'BR-CO-15': inCases(
    'cause',
    { 'no-vat-total': noVatTotal, 'two-vat-totals': twoVatTotals },
    wrongTotal(
      {
        name: 'Le total toutes taxes comprises',
        formula:
          'Il est égal au total hors taxes plus le total de la TVA, donnés dans la devise de la facture.',
        lookAt: 'le total hors taxes et le total de la TVA',
      },
      {
        name: 'The total with VAT',
        formula: 'It equals the total without VAT plus the total VAT, in the currency of the invoice.',
        lookAt: 'the total without VAT and the total VAT',
      },
    ),
  ),
  'BR-CO-16': wrongTotal(
    {
      name: 'Le net à payer',
      formula: "Il est égal au total TTC, moins ce qui est déjà payé, plus l'arrondi.",
      lookAt: "le total TTC, l'acompte et l'arrondi",
    },
    {
      name: 'The amount due',
      formula: 'It equals the total with VAT, less what is already paid, plus the rounding amount.',
      lookAt: 'the total with VAT, the amount paid and the rounding',
    },
  ),
  'BR-CO-17': says(
    wording(
      'Le montant de TVA[ ({found:money})] ne correspond pas au calcul[ ({expected:money} = {taxable:money} × {rate:percent})].',
      'Le montant de TVA est égal à la base imposable multipliée par le taux.',
      '[Valeur attendue : {mend:money}. ]Vérifiez la base, le taux et le montant de TVA.',
    ),
    wording(
      'The VAT amount[ ({found:money})] does not agree with the calculation[ ({expected:money} = {taxable:money} × {rate:percent})].',
      'The VAT amount equals the taxable amount multiplied by the rate.',
      '[Expected value: {mend:money}. ]Check the taxable amount, the rate and the VAT amount.',
    ),
  ),
  'BR-CO-18': missing(
    'la ventilation de la TVA',
    'the VAT breakdown',
    { why: 'Elle donne, pour chaque taux, la base et le montant de TVA.' },
    { why: 'It gives the taxable amount and the VAT for each rate.' },
  ),
  'BR-CO-19': emptyPeriod('La période de facturation', 'The invoicing period'),
  'BR-CO-20': emptyPeriod('[Ligne {line} : ]la période', '[Line {line}: ]the period'),
  'BR-CO-21': reasonMissing("d'une remise", 'an allowance'),
  'BR-CO-22': reasonMissing('des frais', 'a charge'),
  'BR-CO-23': reasonMissing("d'une remise sur une ligne", 'a line allowance'),
  'BR-CO-24': reasonMissing('des frais sur une ligne', 'a line charge'),
  'BR-CO-26': missing(
    'un identifiant du vendeur : SIRET, SIREN ou numéro de TVA',
    'an identifier of the seller: SIRET, SIREN or VAT number',
    { why: 'Sans identifiant, le destinataire ne peut pas vous reconnaître avec certitude.' },
    { why: 'Without an identifier the recipient cannot recognise you with certainty.' },
  ),
  'BR-B-01': says(
    word('fr', "Le paiement scindé italien (catégorie B) est utilisé avec une adresse hors d'Italie.", {
      why: "Cette catégorie de TVA n'existe que pour les factures entre parties italiennes.",
      nextStep: 'Choisissez la catégorie de TVA qui convient, puis déposez la facture à nouveau.',
    }),
    word('en', 'Italian split payment (category B) is used with an address outside Italy.', {
      why: 'This VAT category exists only between Italian parties.',
      nextStep: 'Choose the VAT category that applies, then deposit the invoice again.',
    }),
  ),
  'BR-B-02': says(
    word('fr', 'Le paiement scindé italien (B) et le taux normal (S) sont mélangés.', {
      why: "Une facture suit l'un des deux régimes, pas les deux.",
      nextStep: 'Faites deux factures, ou gardez une seule catégorie.',
    }),
    word('en', 'Italian split payment (B) and the standard rate (S) are mixed.', {
      why: 'An invoice follows one of the two, not both.',
      nextStep: 'Make two invoices, or keep one category.',
    }),
  ),
  ...decimalTexts(),
};

function toTheCent({ found = '' }: Figures): Figures {
  const amount = Decimal.parse(found)?.rounded().toString();
  return amount === undefined || amount === found ? {} : { rounded: amount };
}

/** BR-DEC-01 to 28 say one thing of different amounts; the label names which. */
function decimalTexts(): Record<string, RuleText> {
  const text = says(
    word('fr', 'Ce montant[ ({found})] a plus de deux décimales.', {
      why: "Les montants d'une facture s'écrivent au centime.",
      nextStep: `[Écrivez {rounded:money}. ]${correct.fr}`,
    }),
    word('en', 'This amount[ ({found})] has more than two decimals.', {
      why: 'The amounts of an invoice are written to the cent.',
      nextStep: `[Write {rounded:money}. ]${correct.en}`,
    }),
  );
  const numbers = [1, 2, 5, 6, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 23, 24, 25, 27, 28];
  const rounded = { ...text, derived: toTheCent };
  return Object.fromEntries(numbers.map((number) => [`BR-DEC-${String(number).padStart(2, '0')}`, rounded]));
}
