import { inCases, type RuleText, wording } from './wording.js';

const says = (fr: RuleText['fr'], en: RuleText['en']): RuleText => ({ fr, en });

/** Sign, whole part and decimals. */
const plainNumber = /^\s*(-?)(\d+)(?:\.(\d+))?\s*$/;

const RESEND_FR = 'puis déposez la facture à nouveau.';
const RESEND_EN = 'then deposit the invoice again.';

/** The sentences of the rules of XP Z12-012 (BR-FR-…). */
export const frenchRuleTexts: Readonly<Record<string, RuleText>> = {
  'BR-FR-01': numberTooLong(),
  'BR-FR-02': signInNumber(),
  'BR-FR-03': says(
    wording(
      "La date « {found} » n'est pas un jour des années 2000 à 2099.",
      'Une facture française porte des dates de ce siècle, qui existent au calendrier.',
      `Corrigez la date, ${RESEND_FR}`,
    ),
    wording(
      'The date "{found}" is not a day of the years 2000 to 2099.',
      'A French invoice bears dates of this century that are on the calendar.',
      `Correct the date, ${RESEND_EN}`,
    ),
  ),
  'BR-FR-04': says(
    wording(
      "Le type de document « {found} » n'a pas cours en France.",
      'Les plus courants sont 380 (facture), 381 (avoir), 384 (facture rectificative) et 386 (acompte).',
      'Choisissez le type qui convient : 380 pour une facture, 381 pour un avoir.',
    ),
    wording(
      'The document type "{found}" is not used in France.',
      'The usual ones are 380 (invoice), 381 (credit note), 384 (corrected invoice) and 386 (prepayment).',
      'Choose the type that fits: 380 for an invoice, 381 for a credit note.',
    ),
  ),
  'BR-FR-05': says(
    wording(
      'Il manque des mentions légales parmi les notes[ : {missing}].',
      "Une facture dit l'indemnité de recouvrement de 40 € (PMT), les pénalités de retard (PMD) et l'escompte ou son absence (AAB), chacune dans une note à son code.",
      'Ajoutez ces notes avec leur code dans votre logiciel de facturation.',
    ),
    wording(
      'Legal mentions are missing among the notes[: {missing}].',
      'An invoice states the 40 € recovery fee (PMT), late-payment penalties (PMD) and the discount or its absence (AAB), each in a note with its code.',
      'Add these notes with their codes in your invoicing software.',
    ),
  ),
  'BR-FR-06': says(
    wording(
      'La mention {found} figure plusieurs fois parmi les notes.',
      'PMT, PMD, AAB et TXD se disent chacune une seule fois.',
      'Gardez une seule note de ce code.',
    ),
    wording(
      'The mention {found} stands several times among the notes.',
      'PMT, PMD, AAB and TXD are each said once.',
      'Keep a single note with that code.',
    ),
  ),
  'BR-FR-08': says(
    wording(
      "[Le cadre de facturation « {found} » n'est pas de ceux de la réforme. ]La réforme attend un cadre B, S ou M suivi d'un chiffre.",
      'B pour des biens, S pour des services, M pour les deux ; 1 pour une facture simple, 2 pour une facture déjà payée.',
      'Pour une facture simple, utilisez B1, S1 ou M1.',
    ),
    wording(
      '[The invoicing framework "{found}" is not one of the reform. ]The reform expects a framework B, S or M followed by a digit.',
      'B for goods, S for services, M for both; 1 for a plain invoice, 2 for one already paid.',
      'For a plain invoice, use B1, S1 or M1.',
    ),
  ),
  'BR-FR-09': {
    ...says(
      wording(
        "Le SIRET {found:siret} n'est pas accompagné du SIREN de la même entreprise[ : {siren:siret} est donné].",
        "Un SIRET compte 14 chiffres, dont les neuf premiers sont le SIREN ; la facture donne l'un et l'autre.",
        `Vérifiez les deux numéros, ou ajoutez le SIREN, ${RESEND_FR}`,
      ),
      wording(
        'The SIRET {found:siret} does not stand beside the SIREN of the same firm[: {siren:siret} is given].',
        'A SIRET has 14 digits, and the first nine are the SIREN; the invoice gives both.',
        `Check both numbers, or add the SIREN, ${RESEND_EN}`,
      ),
    ),
    instead: ({ found, siren }) => (found !== undefined && found === siren ? siretAsSiren() : undefined),
  },
  'BR-FR-10': {
    ...says(
      wording(
        'Il manque le SIREN du vendeur.',
        'Le secteur public reconnaît ses fournisseurs par ce numéro de neuf chiffres.',
        `Ajoutez votre SIREN ou votre SIRET aux coordonnées du vendeur, ${RESEND_FR}`,
      ),
      wording(
        'The SIREN of the seller is missing.',
        'The public sector knows its suppliers by this number of nine digits.',
        `Add your SIREN or SIRET to the seller's details, ${RESEND_EN}`,
      ),
    ),
    instead: ({ written }) => (written === undefined ? undefined : sellerSirenUnusable()),
  },
  'BR-FR-11': {
    ...says(
      wording(
        "Il manque le SIREN de l'acheteur.",
        'La note BAR dit que la facture va à une entreprise (B2B) : son SIREN de neuf chiffres est alors exigé.',
        "Ajoutez le SIREN de l'acheteur, ou corrigez la note BAR.",
      ),
      wording(
        'The SIREN of the buyer is missing.',
        'The note BAR says that the invoice goes to a firm (B2B): its SIREN of nine digits is then required.',
        'Add the SIREN of the buyer, or correct the note BAR.',
      ),
    ),
    instead: ({ written }) => (written === undefined ? undefined : buyerSirenUnusable()),
  },
  'BR-FR-12': says(
    wording(
      "Il manque l'adresse électronique de l'acheteur.",
      'Les plateformes de la réforme acheminent les factures par cette adresse.',
      "Cherchez l'acheteur dans l'annuaire et ajoutez son adresse électronique.",
    ),
    wording(
      'The electronic address of the buyer is missing.',
      'The platforms of the reform send invoices by this address.',
      'Look the buyer up in the directory and add its electronic address.',
    ),
  ),
  'BR-FR-13': says(
    wording(
      "Il manque l'adresse électronique du vendeur.",
      'Les plateformes de la réforme renvoient les statuts à cette adresse.',
      'Ajoutez votre adresse électronique de facturation, par exemple votre SIREN.',
    ),
    wording(
      'The electronic address of the seller is missing.',
      'The platforms of the reform send statuses back to this address.',
      'Add your electronic invoicing address, for example your SIREN.',
    ),
  ),
  'BR-FR-15': says(
    wording(
      "La catégorie de TVA « {found} » n'a pas cours en France.",
      'Les catégories admises sont S, Z, E, AE, K, G et O.',
      `Choisissez la catégorie qui convient : S pour un taux français, E pour une exonération, ${RESEND_FR}`,
    ),
    wording(
      'The VAT category "{found}" is not used in France.',
      'The categories accepted are S, Z, E, AE, K, G and O.',
      `Choose the category that fits: S for a French rate, E for an exemption, ${RESEND_EN}`,
    ),
  ),
  'BR-FR-16': says(
    wording(
      "Le taux de TVA « {found} » n'est pas un taux français.",
      'Les taux de la métropole sont 20, 10, 5.5 et 2.1, avec deux décimales au plus ; la Corse et les outre-mer ont les leurs.',
      '[Écrivez {mend}. ]Vérifiez le taux dans votre logiciel de facturation.',
    ),
    wording(
      'The VAT rate "{found}" is not a French rate.',
      'The rates of the mainland are 20, 10, 5.5 and 2.1, with two decimals at most; Corsica and the overseas have their own.',
      '[Write {mend}. ]Check the rate in your invoicing software.',
    ),
  ),
  'BR-FR-17': says(
    wording(
      "La pièce jointe est décrite par « {found} », qui n'est pas un des mots convenus.",
      'Les plus courants sont BON_COMMANDE, BON_LIVRAISON, RIB, LISIBLE et DOCUMENT_ANNEXE.',
      '[Écrivez {mend}. ]Dans le doute, décrivez la pièce par DOCUMENT_ANNEXE.',
    ),
    wording(
      'The attachment is described as "{found}", which is not one of the agreed words.',
      'The usual ones are BON_COMMANDE, BON_LIVRAISON, RIB, LISIBLE and DOCUMENT_ANNEXE.',
      '[Write {mend}. ]When in doubt, describe it as DOCUMENT_ANNEXE.',
    ),
  ),
  'BR-FR-18': says(
    wording(
      'Plusieurs pièces jointes sont décrites par LISIBLE.',
      'Une facture a une seule copie lisible.',
      'Gardez-en une, et décrivez les autres par DOCUMENT_ANNEXE.',
    ),
    wording(
      'Several attachments are described as LISIBLE.',
      'An invoice has a single readable copy.',
      'Keep one, and describe the others as DOCUMENT_ANNEXE.',
    ),
  ),
  'BR-FR-20': says(
    wording(
      "La note BAR dit « {found} », qui n'est pas un traitement connu.",
      'Les traitements sont B2B, B2BINT, B2C, B2CINT, OUTOFSCOPE et ARCHIVEONLY.',
      'Corrigez la note, ou retirez-la.',
    ),
    wording(
      'The note BAR says "{found}", which is not a known treatment.',
      'The treatments are B2B, B2BINT, B2C, B2CINT, OUTOFSCOPE and ARCHIVEONLY.',
      'Correct the note, or remove it.',
    ),
  ),
  'BR-FR-21': says(
    wording(
      "L'adresse électronique de l'acheteur[ ({found})] ne commence pas par son SIREN[ {siren:siret}].",
      "Entre entreprises, l'adresse commence par le SIREN et porte le schéma 0225.",
      "Reprenez l'adresse de l'acheteur dans l'annuaire.",
    ),
    wording(
      'The electronic address of the buyer[ ({found})] does not begin with its SIREN[ {siren:siret}].',
      'Between firms the address begins with the SIREN and bears the scheme 0225.',
      'Copy the address of the buyer from the directory.',
    ),
  ),
  'BR-FR-22': says(
    wording(
      "L'adresse électronique du vendeur[ ({found})] ne commence pas par son SIREN[ {siren:siret}].",
      "Quand l'acheteur facture à la place du vendeur, l'adresse de celui-ci commence par son SIREN et porte le schéma 0225.",
      "Reprenez l'adresse du vendeur dans l'annuaire.",
    ),
    wording(
      'The electronic address of the seller[ ({found})] does not begin with its SIREN[ {siren:siret}].',
      "When the buyer invoices in the seller's name, the seller's address begins with its SIREN and bears the scheme 0225.",
      'Copy the address of the seller from the directory.',
    ),
  ),
  'BR-FR-23': says(
    wording(
      "L'adresse électronique « {found} » contient un caractère non admis.",
      'Une adresse française (schéma 0225) est faite de lettres sans accent, de chiffres et des signes - _ et point.',
      "Reprenez l'adresse dans l'annuaire.",
    ),
    wording(
      'The electronic address "{found}" holds a character that is not accepted.',
      'A French address (scheme 0225) is made of unaccented letters, digits and the signs - _ and point.',
      'Copy the address from the directory.',
    ),
  ),
  'BR-FR-24': says(
    wording(
      'Le code de routage « {found} » contient un caractère non admis.',
      'Il est fait de lettres sans accent, de chiffres et des signes - _ et point.',
      "Reprenez le code dans l'annuaire.",
    ),
    wording(
      'The routing code "{found}" holds a character that is not accepted.',
      'It is made of unaccented letters, digits and the signs - _ and point.',
      'Copy the code from the directory.',
    ),
  ),
  'BR-FR-25': says(
    wording(
      "L'adresse électronique « {found} » compte {length} caractères.",
      'Une adresse électronique en a 125 au plus.',
      "Reprenez l'adresse dans l'annuaire.",
    ),
    wording(
      'The electronic address "{found}" has {length} characters.',
      'An electronic address has 125 at most.',
      'Copy the address from the directory.',
    ),
  ),
  'BR-FR-26': says(
    wording(
      'Le code de routage « {found} » compte {length} caractères.',
      'Un code de routage en a 100 au plus.',
      "Reprenez le code dans l'annuaire.",
    ),
    wording(
      'The routing code "{found}" has {length} characters.',
      'A routing code has 100 at most.',
      'Copy the code from the directory.',
    ),
  ),
  'BR-FR-27': says(
    wording(
      "Une caractéristique d'article n'a pas de nom.",
      'Une valeur seule ne dit pas ce qui est mesuré.',
      'Donnez un nom à la caractéristique, ou retirez-la.',
    ),
    wording(
      'An item attribute has no name.',
      'A value alone does not say what is measured.',
      'Name the attribute, or remove it.',
    ),
  ),
  'BR-FR-28-Value': says(
    wording(
      "Une caractéristique d'article n'a pas de valeur, ou en a deux.",
      'Elle porte une valeur, ou une mesure avec son unité, mais pas les deux.',
      "Gardez l'une des deux, ou retirez la caractéristique.",
    ),
    wording(
      'An item attribute has no value, or has two.',
      'It bears a value, or a measure with its unit, but not both.',
      'Keep one of them, or remove the attribute.',
    ),
  ),
  'BR-FR-29': says(
    wording(
      "L'identifiant {found} de la facture est vide.",
      'AFL dit un numéro de facture et AVV un cadre de facturation, une fois chacun.',
      "Remplissez l'identifiant, ou retirez-le.",
    ),
    wording(
      'The identifier {found} of the invoice is empty.',
      'AFL gives an invoice number and AVV an invoicing framework, once each.',
      'Fill in the identifier, or remove it.',
    ),
  ),
  'BR-FR-30': says(
    wording(
      "[L'identifiant {found} d'une ligne est vide, ou la note BAR est dite plusieurs fois. ]Une même indication est vide ou double.",
      'AFL et AVV se disent une fois par ligne, et le traitement demandé (BAR) une fois par facture.',
      "Remplissez l'identifiant ou retirez la note en trop.",
    ),
    wording(
      '[The identifier {found} of a line is empty, or the note BAR is said several times. ]One and the same thing is empty or double.',
      'AFL and AVV are said once a line, and the treatment asked for (BAR) once an invoice.',
      'Fill in the identifier or remove the note that is too many.',
    ),
  ),
  'BR-FR-31': says(
    wording(
      'La note BAR demande plusieurs traitements.',
      'Une facture reçoit un seul traitement : B2B, B2BINT, B2C, B2CINT, OUTOFSCOPE ou ARCHIVEONLY.',
      'Gardez une seule note BAR.',
    ),
    wording(
      'The note BAR asks for several treatments.',
      'An invoice receives a single one: B2B, B2BINT, B2C, B2CINT, OUTOFSCOPE or ARCHIVEONLY.',
      'Keep a single note BAR.',
    ),
  ),
  'BR-FR-32-LEGALID': sirenShape(),
  'BR-FR-32-GLOBALID': sirenShape(),
  'BR-FR-32-ID': sirenShape(),
  'BR-FR-CO-03': says(
    wording(
      'Il manque le numéro de marché ou la période de cet avoir pour remise globale.',
      'Un avoir de type 262 porte sur un contrat et sur une période, avec un début et une fin.',
      `Ajoutez le numéro de marché et les deux dates, ${RESEND_FR}`,
    ),
    wording(
      'The contract number or the period of this consolidated credit note is missing.',
      'A credit note of type 262 is about a contract and a period, with a start and an end.',
      `Add the contract number and both dates, ${RESEND_EN}`,
    ),
  ),
  'BR-FR-CO-04': inCases(
    'found',
    { '0': namesNoInvoice() },
    says(
      wording(
        'La facture rectificative renvoie à {found} factures ; elle doit renvoyer à une seule.',
        'Le destinataire doit savoir laquelle elle remplace.',
        `Indiquez le numéro et la date de la facture remplacée, ${RESEND_FR}`,
      ),
      wording(
        'The corrected invoice refers to {found} invoices; it must refer to one.',
        'The recipient must know which one it replaces.',
        `Give the number and date of the invoice it replaces, ${RESEND_EN}`,
      ),
    ),
  ),
  'BR-FR-CO-05': says(
    wording(
      "L'avoir ne dit pas quelle facture il corrige.",
      'Un avoir porte le numéro et la date de la facture, une fois pour tout ou à chaque ligne.',
      `Ajoutez le numéro et la date de la facture corrigée, ${RESEND_FR}`,
    ),
    wording(
      'The credit note does not say which invoice it corrects.',
      'A credit note bears the number and date of the invoice, once for all or on each line.',
      `Add the number and date of the invoice corrected, ${RESEND_EN}`,
    ),
  ),
  'BR-FR-CO-07': says(
    wording(
      "L'échéance[ ({found:date})] précède la date de la facture[ ({issued:date})].",
      'Un paiement ne peut être dû avant la facture, sauf acompte ou facture déjà payée.',
      `Corrigez l'une des deux dates, ${RESEND_FR}`,
    ),
    wording(
      'The due date[ ({found:date})] comes before the date of the invoice[ ({issued:date})].',
      'Payment cannot be due before the invoice, but for a prepayment or an invoice already paid.',
      `Correct one of the two dates, ${RESEND_EN}`,
    ),
  ),
  'BR-FR-CO-08': says(
    wording(
      'Le cadre {found} (facture définitive) ne va pas avec le type {type} (acompte).',
      "La facture définitive suit les acomptes ; elle n'en est pas un.",
      `Corrigez le cadre ou le type de la facture, ${RESEND_FR}`,
    ),
    wording(
      'The framework {found} (final invoice) does not go with the type {type} (prepayment).',
      'The final invoice follows the prepayments; it is not one of them.',
      `Correct the framework or the type of the invoice, ${RESEND_EN}`,
    ),
  ),
  'BR-FR-CO-09': says(
    wording(
      'Le cadre {found} dit la facture déjà payée, mais ses montants ou ses dates disent autre chose.',
      "Le montant payé égale alors le total TTC, le net à payer est zéro, et l'échéance est le jour du paiement.",
      "Corrigez ces trois valeurs, ou choisissez le cadre d'une facture à payer.",
    ),
    wording(
      'The framework {found} says that the invoice is paid already, but its amounts or dates say otherwise.',
      'The amount paid then equals the total with VAT, nothing is due, and the due date is the day of payment.',
      'Correct these three values, or choose the framework of an invoice to be paid.',
    ),
  ),
  'BR-FR-CO-10': says(
    wording(
      "L'identifiant « {found} » n'a pas de schéma, ou partage celui d'un autre.",
      "Le schéma dit ce qu'est le numéro : 0009 pour un SIRET, 0224 pour un code de routage. Chacun sert une fois par partie.",
      'Donnez un schéma à chaque identifiant, et gardez-en un de chaque.',
    ),
    wording(
      'The identifier "{found}" has no scheme, or shares that of another.',
      'The scheme says what the number is: 0009 a SIRET, 0224 a routing code. Each serves once a party.',
      'Give each identifier a scheme, and keep one of each.',
    ),
  ),
  'BR-FR-CO-12': says(
    wording(
      'La facture est en {found} et ne dit pas la TVA en euros.',
      'La TVA due en France se dit en euros, quelle que soit la devise de la facture.',
      `Ajoutez EUR comme devise de comptabilisation et le total de la TVA en euros, ${RESEND_FR}`,
    ),
    wording(
      'The invoice is in {found} and does not state VAT in euro.',
      'VAT due in France is stated in euro, whatever the currency of the invoice.',
      `Add EUR as VAT accounting currency and the total VAT in euro, ${RESEND_EN}`,
    ),
  ),
  'BR-FR-CO-14': says(
    wording(
      'Il manque la note TXD « MEMBRE_ASSUJETTI_UNIQUE ».',
      "Le vendeur porte un identifiant de schéma 0231 : il est membre d'un assujetti unique, et la facture doit le dire.",
      "Ajoutez cette note, ou retirez l'identifiant.",
    ),
    wording(
      'The note TXD "MEMBRE_ASSUJETTI_UNIQUE" is missing.',
      'The seller bears an identifier of scheme 0231: it belongs to a single taxable person, and the invoice must say so.',
      'Add this note, or remove the identifier.',
    ),
  ),
  'BR-FR-CO-15': says(
    wording(
      "Il manque le numéro de TVA de l'assujetti unique.",
      "Le vendeur en est membre (identifiant de schéma 0231) : la TVA est due par l'assujetti, nommé comme représentant fiscal.",
      'Ajoutez le représentant fiscal avec son numéro de TVA.',
    ),
    wording(
      'The VAT number of the single taxable person is missing.',
      'The seller belongs to it (identifier of scheme 0231): VAT is owed by that person, named as tax representative.',
      'Add the tax representative with its VAT number.',
    ),
  ),
  'BR-FR-DEC-01': figureShape({ name: 'Le montant', written: 'écrit' }, 'The amount'),
  'BR-FR-DEC-02': figureShape({ name: 'La quantité', written: 'écrite' }, 'The quantity'),
  'BR-FR-DEC-03': figureShape({ name: 'Le prix', written: 'écrit', negative: 'négatif' }, 'The price'),
  'BR-FR-DEC-04': figureShape({ name: 'Le taux', written: 'écrit', negative: 'négatif' }, 'The rate'),
  'BR-FR-MV-01': subInvoice(
    'Une ligne ne dit pas si elle est un groupe, un détail ou une information.',
    'A line does not say whether it is a group, a detail or an information.',
  ),
  'BR-FR-MV-02': subInvoice(
    "Aucune ligne n'ouvre de facture d'un vendeur.",
    "No line opens a seller's invoice.",
  ),
  'BR-FR-MV-03': subInvoice(
    'Il manque une donnée à la ligne de groupe {line} : vendeur, pays, numéro, cadre ou TVA.',
    'The group line {line} lacks something: seller, country, number, framework or VAT.',
  ),
  'BR-FR-MV-05': subInvoice(
    'Ligne {line} : le montant du groupe[ ({found:money})] ne fait pas la somme de ses lignes[ ({expected:money})].',
    'Line {line}: the amount of the group[ ({found:money})] is not the sum of its lines[ ({expected:money})].',
  ),
  'BR-FR-MV-06': subInvoice(
    "Ligne {line} : il manque le SIREN de son vendeur, ou ce n'est pas celui de son groupe.",
    'Line {line}: the SIREN of its seller is missing, or is not that of its group.',
  ),
  'BR-FR-MV-07': subInvoice(
    "Ligne {line} : il manque le numéro de sa facture (AFL), ou ce n'est pas celui de son groupe.",
    'Line {line}: the number of its invoice (AFL) is missing, or is not that of its group.',
  ),
  'BR-FR-MV-08': subInvoice(
    'Ligne {line} : le motif de TVA ne commence pas par le numéro de sa facture entre deux signes #.',
    'Line {line}: the VAT reason does not begin with the number of its invoice between two signs #.',
  ),
  'BR-FR-MV-09': subInvoice(
    'Ligne {line} : la TVA du groupe[ ({found:money})] ne fait pas la somme de ses ventilations[ ({expected:money})].',
    'Line {line}: the VAT of the group[ ({found:money})] is not the sum of its breakdowns[ ({expected:money})].',
  ),
  'BR-FR-MV-10': subInvoice(
    'Ligne {line} : le total TTC du groupe ne fait pas la somme de son montant et de sa TVA.',
    'Line {line}: the total of the group with VAT is not the sum of its amount and its VAT.',
  ),
  'BR-FR-MV-11': subInvoice(
    'Le groupe du vendeur principal ne porte pas le numéro de la facture.',
    'The group of the main seller does not bear the number of the invoice.',
  ),
  'BR-FR-MV-12': subInvoice(
    'Deux groupes portent le même numéro de facture.',
    'Two groups bear the same invoice number.',
  ),
  'BR-FR-MV-13': subInvoice(
    "Le type {found} est celui d'une autofacture, qui ne va pas avec plusieurs vendeurs.",
    'The type {found} is that of a self-billed invoice, which does not go with several sellers.',
  ),
  'BR-FR-MV-14-EXT-FR-FE-136': correctedGroup(),
  'BR-FR-MV-14-EXT-FR-FE-138': correctedGroup(),
  'BR-FR-BD-02': subInvoice(
    "La facture croisée n'a pas ses deux groupes, l'un du vendeur et l'autre de l'acheteur.",
    'The two-way invoice does not have its two groups, one of the seller and one of the buyer.',
  ),
  'BR-FR-BD-13': subInvoice(
    "Le type {found} n'est pas celui d'une autofacture, qu'une facture croisée doit être.",
    'The type {found} is not that of a self-billed invoice, which a two-way invoice must be.',
  ),
  'BR-FR-BD-14-EXT-FR-FE-136': correctedGroup(),
  'BR-FR-BD-14-EXT-FR-FE-138': correctedGroup(),
};

function sirenShape(): RuleText {
  return {
    ...says(
      wording(
        "« {found} » n'est pas un SIREN.",
        'Un SIREN compte neuf chiffres.',
        `Vérifiez le numéro : un SIREN a 9 chiffres.`,
      ),
      wording(
        '"{found}" is not a SIREN.',
        'A SIREN has nine digits.',
        'Check the number: a SIREN has 9 digits.',
      ),
    ),
    instead: ({ found = '' }) => (/^\s*\d{14}\s*$/.test(found) ? siretInPlaceOfSiren() : undefined),
  };
}

function siretInPlaceOfSiren(): RuleText {
  return says(
    wording(
      '« {found} » est un SIRET, écrit à la place du SIREN.',
      'Un SIREN compte neuf chiffres. Le SIRET, qui en compte quatorze, a sa propre place.',
      '[Écrivez {mend}. ]Gardez le SIREN ici, et mettez le SIRET parmi les identifiants (schéma 0009).',
    ),
    wording(
      '"{found}" is a SIRET, written in the place of the SIREN.',
      'A SIREN has nine digits. The SIRET, which has fourteen, has a place of its own.',
      '[Write {mend}. ]Keep the SIREN here, and put the SIRET among the identifiers (scheme 0009).',
    ),
  );
}

function siretAsSiren(): RuleText {
  return says(
    wording(
      "Le SIRET {found:siret} est donné deux fois : c'est lui qui est écrit à la place du SIREN.",
      'Le SIREN est fait des neuf premiers chiffres du SIRET.',
      `Gardez ces neuf chiffres à la place du SIREN, ${RESEND_FR}`,
    ),
    wording(
      'The SIRET {found:siret} is given twice: it is written in the place of the SIREN as well.',
      'The SIREN is made of the first nine digits of the SIRET.',
      `Keep these nine digits in the place of the SIREN, ${RESEND_EN}`,
    ),
  );
}

function sirenUnusable(fr: Readonly<Record<'whose' | 'why', string>>, en: typeof fr): RuleText {
  return says(
    wording(
      `Le SIREN ${fr.whose} ne peut pas être utilisé tel qu'il est écrit : « {written} ».`,
      fr.why,
      `Vérifiez le numéro : un SIREN a 9 chiffres, ${RESEND_FR}`,
    ),
    wording(
      `The SIREN of ${en.whose} cannot be used as it is written: "{written}".`,
      en.why,
      `Check the number: a SIREN has 9 digits, ${RESEND_EN}`,
    ),
  );
}

function sellerSirenUnusable(): RuleText {
  return sirenUnusable(
    {
      whose: 'du vendeur',
      why: 'Le secteur public reconnaît ses fournisseurs par ce numéro de neuf chiffres.',
    },
    { whose: 'the seller', why: 'The public sector knows its suppliers by this number of nine digits.' },
  );
}

function buyerSirenUnusable(): RuleText {
  return sirenUnusable(
    {
      whose: "de l'acheteur",
      why: 'La note BAR dit que la facture va à une entreprise (B2B) : son SIREN de neuf chiffres est alors exigé.',
    },
    {
      whose: 'the buyer',
      why: 'The note BAR says that the invoice goes to a firm (B2B): its SIREN of nine digits is then required.',
    },
  );
}

function namesNoInvoice(): RuleText {
  return says(
    wording(
      'La facture rectificative ne renvoie à aucune facture.',
      'Le destinataire doit savoir laquelle elle remplace.',
      `Indiquez le numéro et la date de la facture remplacée, ${RESEND_FR}`,
    ),
    wording(
      'The corrected invoice refers to no invoice.',
      'The recipient must know which one it replaces.',
      `Give the number and date of the invoice it replaces, ${RESEND_EN}`,
    ),
  );
}

function numberTooLong(): RuleText {
  return {
    ...says(
      wording(
        'Le numéro « {found} » compte {length} caractères ; 35 sont admis.',
        'Les plateformes ne gardent que 35 caractères.',
        `Raccourcissez le numéro, ${RESEND_FR}`,
      ),
      wording(
        'The number "{found}" has {length} characters; 35 are accepted.',
        'Platforms keep 35 characters only.',
        `Shorten the number, ${RESEND_EN}`,
      ),
    ),
    // In UBL the published rule on the length looks at the characters as well.
    instead: ({ length }) => (length === undefined ? signInNumber() : undefined),
  };
}

function signInNumber(): RuleText {
  return {
    ...says(
      wording(
        "Le numéro « {found} » contient [une espace{space}][le signe « {sign} »][un signe{other}] que les plateformes n'admettent pas.",
        'Un numéro est fait de lettres sans accent, de chiffres et des signes + - _ /, sans espace.',
        "[Écrivez {mend}. ][Retirez l'espace{space}][Retirez ou remplacez ce signe{notSpace}] dans votre numérotation, puis déposez la facture à nouveau.",
      ),
      wording(
        'The number "{found}" holds [a space{space}][the sign "{sign}"][a sign{other}], which is not accepted.',
        'Platforms accept unaccented letters, digits and the signs + - _ /, without spaces.',
        '[Write {mend}. ][Remove the space{space}][Remove or replace this sign{notSpace}] in your numbering, then deposit the invoice again.',
      ),
    ),
    derived: ({ found = '' }) => {
      const sign = [...found].find((one) => !/[A-Za-z0-9+_/-]/.test(one));
      if (sign === undefined) return { other: '', notSpace: '' };
      return /\s/.test(sign) ? { space: '' } : { sign, notSpace: '' };
    },
  };
}

interface FigureNamed {
  readonly name: string;
  /** « écrit », « écrite »: French makes it agree. */
  readonly written: string;
  readonly negative?: string;
}

/** A figure that is written otherwise than XP Z12-012 wants, for one of several reasons. */
function figureShape(fr: FigureNamed, en: string): RuleText {
  const mendFr = '[Écrivez {mend}. ]Corrigez ce nombre dans votre logiciel de facturation.';
  const mendEn = '[Write {mend}. ]Correct this number in your invoicing software.';
  const shapeFr =
    'Des chiffres et un point : {decimals} décimales et {maximum} chiffres au plus, sans signe +.';
  const shapeEn = 'Digits, a point, at most {decimals} decimals and {maximum} digits, no sign +.';
  const tooManyDecimals = says(
    wording(`${fr.name} « {found} » a {count} décimales ; {decimals} sont admises.`, shapeFr, mendFr),
    wording(`${en} "{found}" has {count} decimals; {decimals} are accepted.`, shapeEn, mendEn),
  );
  const tooLong = says(
    wording(`${fr.name} « {found} » compte {digits} chiffres ; {maximum} sont admis.`, shapeFr, mendFr),
    wording(`${en} "{found}" has {digits} digits; {maximum} are accepted.`, shapeEn, mendEn),
  );
  const negative = says(
    wording(
      `${fr.name} « {found} » ne peut pas être ${fr.negative}.`,
      'Un prix ou un taux ne descend pas sous zéro : la quantité ou le montant le peuvent.',
      mendFr,
    ),
    wording(
      `${en} "{found}" cannot be negative.`,
      'A price or a rate does not go below zero: the quantity or the amount may.',
      mendEn,
    ),
  );
  return {
    ...says(
      wording(`${fr.name} « {found} » n'est pas ${fr.written} comme attendu.`, shapeFr, mendFr),
      wording(`${en} "{found}" is not written as expected.`, shapeEn, mendEn),
    ),
    instead: (figures) => {
      const { found = '', decimals, maximum } = figures;
      const [, sign, whole = '', fraction = ''] = plainNumber.exec(found) ?? [];
      if (sign === undefined || decimals === undefined) return undefined;
      if (fraction.length > Number(decimals))
        return { ...tooManyDecimals, derived: () => ({ count: String(fraction.length) }) };
      const digits = whole.length + fraction.length;
      if (digits > Number(maximum)) return { ...tooLong, derived: () => ({ digits: String(digits) }) };
      return sign === '-' && fr.negative ? negative : undefined;
    },
  };
}

/** Invoices that hold invoices: of several sellers (B8, S8, M8) or of both sides (B9, S9, M9). */
function subInvoice(fr: string, en: string): RuleText {
  return says(
    wording(
      fr,
      'Une facture de plusieurs vendeurs ou croisée range ses lignes en groupes, un par facture contenue.',
      "Montrez ce message à l'éditeur de votre logiciel, ou déposez une facture par vendeur.",
    ),
    wording(
      en,
      'An invoice of several sellers or two-way arranges its lines in groups, one for each invoice inside.',
      'Show this message to your software vendor, or deposit one invoice for each seller.',
    ),
  );
}

function correctedGroup(): RuleText {
  return subInvoice(
    'Ligne {line} : le groupe ne dit pas quelle facture il corrige, ou de quel jour.',
    'Line {line}: the group does not say which invoice it corrects, or of which day.',
  );
}
