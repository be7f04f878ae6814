import { type RuleText, wording } from './wording.js';

/** A share of a base: said of allowances and of charges. */
const share = (fr: string, en: string): RuleText => ({
  fr: wording(
    `${fr}[ ({found:money})] ne correspond pas à sa base et à son pourcentage[ ({base:money} × {percentage:percent} = {expected:money})].`,
    "La facture reste acceptée : seul le montant compte, mais le destinataire peut demander d'où il vient.",
    'Vérifiez le montant, la base et le pourcentage.',
  ),
  en: wording(
    `${en}[ ({found:money})] does not agree with its base and its percentage[ ({base:money} × {percentage:percent} = {expected:money})].`,
    'The invoice is accepted: the amount alone counts, but the recipient may ask where it comes from.',
    'Check the amount, the base and the percentage.',
  ),
});

/** The sentences of what is advised and never required. */
export const adviceTexts: Readonly<Record<string, RuleText>> = {
  'PV-ADVICE-LINE-AMOUNT': {
    fr: wording(
      '[Ligne {line} : ]le montant net[ ({found:money})] ne correspond pas à la quantité et au prix[ ({quantity:number} × {price:money})], remises et frais compris[ : {expected:money} attendus].',
      'La facture reste acceptée ; le destinataire refait souvent ce calcul avant de payer.',
      'Vérifiez la quantité, le prix et le montant de la ligne.',
    ),
    en: wording(
      '[Line {line}: ]the net amount[ ({found:money})] does not agree with quantity and price[ ({quantity:number} × {price:money})], allowances and charges included[: {expected:money} expected].',
      'The invoice is accepted; the recipient often works this out again before paying.',
      'Check the quantity, the price and the amount of the line.',
    ),
  },
  'PV-ADVICE-NET-PRICE': {
    fr: wording(
      "[Ligne {line} : ]le prix net[ ({found:money})] n'est pas le prix brut moins le rabais[ ({expected:money})].",
      'La facture reste acceptée : le prix net compte seul.',
      'Vérifiez les trois prix de la ligne.',
    ),
    en: wording(
      '[Line {line}: ]the net price[ ({found:money})] is not the gross price less the discount[ ({expected:money})].',
      'The invoice is accepted: the net price alone counts.',
      'Check the three prices of the line.',
    ),
  },
  'PV-ADVICE-ALLOWANCE': share("Le montant d'une remise", 'The amount of an allowance'),
  'PV-ADVICE-CHARGE': share('Le montant de frais', 'The amount of a charge'),
  'PV-ADVICE-IBAN': {
    fr: wording(
      "L'IBAN « {found} » contient une erreur : sa clé de contrôle n'est pas la bonne.",
      'La facture reste acceptée, mais le virement serait rejeté.',
      "Recopiez l'IBAN depuis votre relevé bancaire.",
    ),
    en: wording(
      'The IBAN "{found}" holds a mistake: its check digits are not right.',
      'The invoice is accepted, but the transfer would be rejected.',
      'Copy the IBAN again from your bank statement.',
    ),
  },
  'PV-ADVICE-SPECIFICATION': {
    fr: wording(
      "Le profil « {found} » n'est pas connu.",
      "La facture est lue comme une facture de la norme EN 16931 ; d'autres logiciels pourraient la refuser.",
      'Choisissez le profil EN 16931 (urn:cen.eu:en16931:2017) dans votre logiciel de facturation.',
    ),
    en: wording(
      'The profile "{found}" is not known.',
      'The invoice is read as one of the standard EN 16931; other software might refuse it.',
      'Choose the profile EN 16931 (urn:cen.eu:en16931:2017) in your invoicing software.',
    ),
  },
  'PV-ADVICE-DUE-DATE': {
    fr: wording(
      "L'échéance[ ({found:date})] précède la date de la facture[ ({issued:date})].",
      'La facture reste acceptée ; le délai de paiement court depuis sa réception.',
      'Vérifiez les deux dates.',
    ),
    en: wording(
      'The due date[ ({found:date})] comes before the date of the invoice[ ({issued:date})].',
      'The invoice is accepted; the time to pay runs from its receipt.',
      'Check both dates.',
    ),
  },
};
