import { vatFamilies } from '../en16931/vat-families.js';
import { type RuleText, wording } from './wording.js';

const says = (fr: RuleText['fr'], en: RuleText['en']): RuleText => ({ fr, en });

const lineLacks = (fr: string, en: string): RuleText =>
  says(
    wording(
      `[Ligne {line} : ]il manque ${fr}.`,
      "Dans un profil étendu, seules les lignes de groupe ou d'information peuvent s'en passer.",
      'Complétez la ligne dans votre logiciel de facturation, puis déposez la facture à nouveau.',
    ),
    wording(
      `[Line {line}: ]${en} is missing.`,
      'In an extended profile only lines that group or inform may go without.',
      'Complete the line in your invoicing software, then deposit the invoice again.',
    ),
  );

const reasonLacks = (fr: string, en: string): RuleText =>
  says(
    wording(
      `Des frais ${fr} n'ont pas de motif.`,
      'Le destinataire doit savoir ce que ces frais paient.',
      'Ajoutez un motif ou un code de motif, puis déposez la facture à nouveau.',
    ),
    wording(
      `A charge ${en} has no reason.`,
      'The recipient must know what the charge pays for.',
      'Add a reason or a reason code, then deposit the invoice again.',
    ),
  );

const totalIsWrong = (fr: string, en: string): RuleText =>
  says(
    wording(
      `${fr}[ ({found:money})] ne correspond pas au calcul[ ({expected:money})].`,
      "Un centime d'écart est admis pour chaque montant additionné, pas davantage.",
      '[Valeur attendue : {expected:money}. ]Vérifiez aussi les lignes, les remises et les frais.',
    ),
    wording(
      `${en}[ ({found:money})] does not agree with the calculation[ ({expected:money})].`,
      'One cent of difference is accepted for each amount added, and no more.',
      '[Expected value: {expected:money}. ]Check lines, allowances and charges as well.',
    ),
  );

const arrangement = (fr: string, en: string): RuleText =>
  says(
    wording(
      fr,
      'Une facture étendue range ses lignes en groupes : chaque ligne dit son type et celle où elle se range.',
      "Montrez ce message à l'éditeur de votre logiciel de facturation.",
    ),
    wording(
      en,
      'An extended invoice arranges its lines in groups: each line says its kind and the line it stands under.',
      'Show this message to your invoicing software vendor.',
    ),
  );

const presence = says(
  wording(
    'La catégorie de TVA {category:category} est facturée sans être ventilée, ou ventilée sans être facturée.',
    'La ventilation de TVA reprend chaque catégorie des lignes, des remises et des frais.',
    'Complétez la ventilation de TVA, puis déposez la facture à nouveau.',
  ),
  wording(
    'The VAT category {category:category} is invoiced and not broken down, or broken down and not invoiced.',
    'The VAT breakdown takes up each category of lines, allowances and charges.',
    'Complete the VAT breakdown, then deposit the invoice again.',
  ),
);

const taxableOfReason = says(
  wording(
    "La base de TVA de la catégorie {category:category}[ ({found:money})] ne correspond pas aux lignes qui donnent le même motif d'exonération[ ({expected:money})].",
    "Dans un profil étendu, chaque ligne, remise ou frais donne le motif d'exonération de la ventilation.",
    'La facture peut être déposée ainsi. Répétez le motif, ou son code, dans les lignes, les remises et les frais.',
  ),
  wording(
    'The VAT base of the category {category:category}[ ({found:money})] does not agree with the lines that give the same exemption reason[ ({expected:money})].',
    'In an extended profile each line, allowance and charge gives the exemption reason of the breakdown.',
    'The invoice can be deposited as it is. Repeat the reason, or its code, in lines, allowances and charges.',
  ),
);

const standardVat = says(
  wording(
    'Le montant de TVA[ ({found:money})] ne correspond pas à sa base[ ({base:money})] et à son taux[ ({rate:percent})].',
    "Un centime d'écart est admis pour chaque montant additionné, pas davantage.",
    'Vérifiez la base, le taux et le montant de TVA.',
  ),
  wording(
    'The VAT amount[ ({found:money})] does not agree with its base[ ({base:money})] and rate[ ({rate:percent})].',
    'One cent of difference is accepted for each amount added, and no more.',
    'Check the base, the rate and the VAT amount.',
  ),
);

/** What both extended profiles ask, by the end of the rule's id. */
const ofExtended: Readonly<Record<string, RuleText>> = {
  'BR-22': lineLacks('la quantité', 'the quantity'),
  'BR-23': lineLacks("l'unité de la quantité", 'the unit of the quantity'),
  'BR-24': lineLacks('le montant net', 'the net amount'),
  'BR-26': lineLacks('le prix unitaire net', 'the net unit price'),
  'BR-38': reasonLacks('sur la facture', 'on the invoice'),
  'BR-44': reasonLacks('sur une ligne', 'on a line'),
  'CO-04': lineLacks('la catégorie de TVA', 'the VAT category'),
  'CO-10': totalIsWrong('Le total des lignes', 'The sum of the lines'),
  'CO-11': totalIsWrong('Le total des remises', 'The sum of the allowances'),
  'CO-12': totalIsWrong('Le total des frais', 'The sum of the charges'),
  'CO-13': totalIsWrong('Le total HT', 'The total without VAT'),
  'CO-15': totalIsWrong('Le total TTC', 'The total with VAT'),
  'CO-16': totalIsWrong('Le net à payer', 'The amount due'),
  '06': arrangement(
    '[Ligne {line} : ]il manque le type de la ligne.',
    '[Line {line}: ]the kind of the line is missing.',
  ),
  '08': arrangement(
    '[Ligne {line} : ]le montant du groupe ne fait pas la somme de ses lignes.',
    '[Line {line}: ]the amount of the group is not the sum of its lines.',
  ),
  '11': arrangement(
    "[Ligne {line} : ]la ligne se range sous une ligne qui n'existe pas.",
    '[Line {line}: ]the line stands under a line that does not exist.',
  ),
  'S-09b': standardVat,
  ...Object.fromEntries(
    vatFamilies.flatMap(({ prefix }) => {
      const taxable = totalIsWrong(
        'La base de TVA de la catégorie {category:category}',
        'The VAT base of the category {category:category}',
      );
      return [
        [`${prefix}-01`, presence],
        [prefix === 'S' ? 'S08b' : `${prefix}-08b`, taxable],
        [`${prefix}-08ini`, taxable],
        [`${prefix}-08rev`, taxableOfReason],
      ];
    }),
  ),
};

const named = (prefix: string): Readonly<Record<string, RuleText>> =>
  Object.fromEntries(Object.entries(ofExtended).map(([end, text]) => [`${prefix}-${end}`, text]));

/** The sentences of the profiles of Factur-X and of the French extension. */
export const profileTexts: Readonly<Record<string, RuleText>> = {
  ...named('BR-FXEXT'),
  ...named('BR-FREXT'),
  'BR-CO-25': says(
    wording(
      "Il manque l'échéance ou les conditions de paiement.",
      'Quand un montant reste à payer, la facture dit quand.',
      "Ajoutez la date d'échéance, puis déposez la facture à nouveau.",
    ),
    wording(
      'The due date or the payment terms are missing.',
      'Where an amount is to be paid, the invoice says when.',
      'Add the due date, then deposit the invoice again.',
    ),
  ),
  'PV-PROFILE-ELEMENT': says(
    wording(
      "Cette donnée n'a pas sa place dans le profil {profile}.",
      'Chaque profil de Factur-X limite ce que la facture peut porter ; un profil plus riche la porte.',
      'Choisissez le profil EN 16931 dans votre logiciel de facturation.',
    ),
    wording(
      'This has no place in the profile {profile}.',
      'Each profile of Factur-X limits what an invoice may carry; a richer one carries this.',
      'Choose the profile EN 16931 in your invoicing software.',
    ),
  ),
};
