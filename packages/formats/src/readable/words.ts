import { type Bilingual, say } from '@parvis/domain/display/language';

/** The words of the readable page. */
export const words = {
  seller: say('Vendeur', 'Seller'),
  buyer: say('Acheteur', 'Buyer'),
  payee: say('Bénéficiaire du paiement', 'Payee'),
  representative: say('Représentant fiscal du vendeur', "Seller's tax representative"),
  delivery: say('Livraison', 'Delivery'),
  deliveredOn: say('le', 'on'),
  issued: say('Émise le', 'Issued on'),
  creditIssued: say('Émis le', 'Issued on'),
  due: say('Échéance', 'Due date'),
  period: say('Période facturée', 'Invoicing period'),
  serviceCode: say('Code service', 'Service code'),
  engagement: say("Numéro d'engagement", 'Engagement number'),
  contract: say('Numéro de marché', 'Contract number'),
  framework: say('Cadre de facturation', 'Invoicing framework'),
  vatNumber: say('TVA', 'VAT'),
  taxNumber: say('Identifiant fiscal', 'Tax registration'),
  electronicAddress: say('Adresse électronique', 'Electronic address'),
  identifier: say('Identifiant', 'Identifier'),
  contact: say('Contact', 'Contact'),
  lines: say('Lignes de la facture', 'Invoice lines'),
  creditLines: say("Lignes de l'avoir", 'Credit note lines'),
  lineNumber: say('N°', 'No.'),
  description: say('Désignation', 'Description'),
  quantity: say('Quantité', 'Quantity'),
  unitPrice: say('Prix unitaire HT', 'Unit price'),
  rate: say('TVA', 'VAT'),
  amount: say('Montant HT', 'Amount excl. VAT'),
  colon: say(' : ', ': '),
  on: say('sur', 'of'),
  per: say('pour', 'per'),
  grossPrice: say('prix brut', 'gross price'),
  discount: say('remise', 'discount'),
  allowance: say('Remise', 'Allowance'),
  charge: say('Frais', 'Charge'),
  documentAllowances: say('Remises et frais', 'Allowances and charges'),
  noLines: say(
    'Cette facture est transmise sans le détail de ses lignes.',
    'This invoice was sent without its lines.',
  ),
  noCreditLines: say(
    'Cet avoir est transmis sans le détail de ses lignes.',
    'This credit note was sent without its lines.',
  ),
  vatBreakdown: say('Détail de la TVA', 'VAT breakdown'),
  base: say('Base HT', 'Taxable amount'),
  tax: say('Montant de TVA', 'VAT amount'),
  category: say('Taux', 'Rate'),
  sumOfLines: say('Total des lignes', 'Sum of lines'),
  sumOfAllowances: say('Remises', 'Allowances'),
  sumOfCharges: say('Frais', 'Charges'),
  totalExclusive: say('Total HT', 'Total excl. VAT'),
  totalVat: say('Total TVA', 'Total VAT'),
  totalInclusive: say('Total TTC', 'Total incl. VAT'),
  paid: say('Déjà payé', 'Already paid'),
  rounding: say('Arrondi', 'Rounding'),
  toPay: say('Net à payer', 'Amount due'),
  toCredit: say("Montant de l'avoir", 'Amount credited'),
  payment: say('Paiement', 'Payment'),
  means: say('Moyen', 'Means'),
  iban: say('IBAN', 'IBAN'),
  account: say('Compte', 'Account'),
  bic: say('BIC', 'BIC'),
  accountHolder: say('Titulaire', 'Account holder'),
  remittance: say('Référence à rappeler', 'Payment reference'),
  card: say('Carte', 'Card'),
  mandate: say('Mandat de prélèvement', 'Direct debit mandate'),
  creditor: say('Identifiant du créancier', 'Creditor identifier'),
  debited: say('Compte débité', 'Debited account'),
  notes: say('Mentions', 'Notes'),
  references: say('Références', 'References'),
  supporting: say('Pièces jointes', 'Supporting documents'),
  precedingInvoice: say('Facture antérieure', 'Preceding invoice'),
  correctedInvoice: say('Facture rectifiée', 'Corrected invoice'),
  of: say('du', 'of'),
  from: say('du', 'from'),
  to: say('au', 'to'),
  origin: say('Origine', 'Origin'),
  sellerItem: say('Réf. vendeur', 'Seller ref.'),
  buyerItem: say('Réf. acheteur', 'Buyer ref.'),
  standardItem: say('Réf. normalisée', 'Standard ref.'),
  classification: say('Classification', 'Classification'),
  orderLine: say('Ligne de commande', 'Order line'),
  accounting: say('Imputation', 'Accounting reference'),
  object: say('Objet', 'Object'),
  buyerReference: say("Référence de l'acheteur", 'Buyer reference'),
  vatPoint: say('Exigibilité de la TVA', 'VAT point'),
  specification: say('Norme suivie', 'Specification'),
  page: say('Page', 'Page'),
  pageOf: say('sur', 'of'),
  dataInside: say(
    'Les données de cette facture sont jointes à ce PDF : factur-x.xml.',
    'The data of this invoice are attached to this PDF: factur-x.xml.',
  ),
  creditDataInside: say(
    'Les données de cet avoir sont jointes à ce PDF : factur-x.xml.',
    'The data of this credit note are attached to this PDF: factur-x.xml.',
  ),
  footer: say(
    "Page établie à partir des données de la facture pour faciliter la lecture. Le fichier d'origine fait foi.",
    'Page made from the data of the invoice, for easy reading. The original file is the one that counts.',
  ),
  creditFooter: say(
    "Page établie à partir des données de l'avoir pour faciliter la lecture. Le fichier d'origine fait foi.",
    'Page made from the data of the credit note, for easy reading. The original file is the one that counts.',
  ),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Where else a document may be referred to: model field, and what it is called. */
export const referenceWords = [
  ['projectReference', say('Projet', 'Project')],
  ['salesOrderReference', say('Commande du vendeur', 'Sales order')],
  ['receivingAdviceReference', say('Avis de réception', 'Receiving advice')],
  ['despatchAdviceReference', say("Avis d'expédition", 'Despatch advice')],
  ['tenderReference', say("Appel d'offres ou lot", 'Tender or lot')],
  ['buyerAccountingReference', say("Imputation chez l'acheteur", 'Buyer accounting reference')],
] as const;

/** What makes the VAT due, where no day does (BT-8, UNTDID 2005). */
export const vatPoints: Readonly<Record<string, Bilingual>> = {
  '3': say('à la date de la facture', 'on the date of the invoice'),
  '35': say('à la livraison', 'on delivery'),
  '432': say("à l'encaissement", 'on payment'),
};

/** UNTDID 4461 as people say it; the others are named by their text or not at all. */
export const paymentMeans: Readonly<Record<string, Bilingual>> = {
  '10': say('Espèces', 'Cash'),
  '20': say('Chèque', 'Cheque'),
  '30': say('Virement', 'Credit transfer'),
  '31': say('Virement', 'Credit transfer'),
  '42': say('Virement', 'Payment to bank account'),
  '48': say('Carte bancaire', 'Bank card'),
  '49': say('Prélèvement', 'Direct debit'),
  '54': say('Carte de crédit', 'Credit card'),
  '55': say('Carte de débit', 'Debit card'),
  '57': say('Accord permanent', 'Standing agreement'),
  '58': say('Virement SEPA', 'SEPA credit transfer'),
  '59': say('Prélèvement SEPA', 'SEPA direct debit'),
  '97': say('Compensation entre partenaires', 'Clearing between partners'),
};

/** What a category of VAT is called where its rate alone does not say it. */
export const vatCategories: Readonly<Record<string, Bilingual>> = {
  Z: say('Taux zéro', 'Zero rate'),
  E: say('Exonéré', 'Exempt'),
  AE: say('Autoliquidation', 'Reverse charge'),
  K: say('Livraison intracommunautaire', 'Intra-Community supply'),
  G: say("Exportation hors de l'Union européenne", 'Export outside the European Union'),
  O: say('Non soumis à la TVA', 'Not subject to VAT'),
  L: say('IGIC (Canaries)', 'IGIC (Canary Islands)'),
  M: say('IPSI (Ceuta et Melilla)', 'IPSI (Ceuta and Melilla)'),
  B: say('Paiement scindé italien', 'Italian split payment'),
};

/** Why an allowance is made (UNTDID 5189, the part that EN 16931 takes), where the sender gives the code alone. */
export const allowanceReasons: Readonly<Record<string, Bilingual>> = {
  '41': say('Prime pour travaux en avance', 'Bonus for works ahead of schedule'),
  '42': say('Autre prime', 'Other bonus'),
  '60': say('Remise du fabricant', "Manufacturer's consumer discount"),
  '64': say('Accord particulier', 'Special agreement'),
  '65': say('Remise pour défaut de fabrication', 'Production error discount'),
  '66': say("Remise d'ouverture", 'New outlet discount'),
  '67': say('Remise sur échantillon', 'Sample discount'),
  '68': say('Remise de fin de série', 'End-of-range discount'),
  '70': say("Remise liée à l'Incoterm", 'Incoterm discount'),
  '71': say('Remise par seuil de vente', 'Point of sales threshold allowance'),
  '88': say('Déduction sur matières', 'Material deduction'),
  '95': say('Remise', 'Discount'),
  '100': say('Remise exceptionnelle', 'Special rebate'),
  '102': say('Remise de longue durée', 'Fixed long term'),
  '103': say('Remise temporaire', 'Temporary'),
  '104': say('Remise standard', 'Standard'),
  '105': say("Remise sur chiffre d'affaires annuel", 'Yearly turnover'),
};

/** Why a charge is made: of UNTDID 7161 what invoices to public entities carry. */
export const chargeReasons: Readonly<Record<string, Bilingual>> = {
  AA: say('Publicité', 'Advertising'),
  AAA: say('Télécommunications', 'Telecommunication'),
  ABK: say('Frais divers', 'Miscellaneous'),
  ABL: say('Emballage supplémentaire', 'Additional packaging'),
  ADR: say('Autres services', 'Other services'),
  CG: say('Nettoyage', 'Cleaning'),
  DL: say('Livraison', 'Delivery'),
  FC: say('Transport', 'Freight'),
  FI: say('Financement', 'Financing'),
  HD: say('Manutention', 'Handling'),
  LA: say('Étiquetage', 'Labelling'),
  PC: say('Emballage', 'Packing'),
  SH: say('Manutention spéciale', 'Special handling'),
};

/** Subjects of notes (UNTDID 4451) that French invoices carry. */
export const noteSubjects: Readonly<Record<string, Bilingual>> = {
  AAB: say('Escompte', 'Early payment discount'),
  AAI: say('Information générale', 'General information'),
  ABL: say('Informations légales', 'Legal information'),
  ACC: say('Affacturage', 'Factoring'),
  BLU: say('Éco-contribution', 'Eco-contribution'),
  CUS: say('Douane', 'Customs'),
  DCL: say('Mandat de facturation', 'Billing mandate'),
  PMD: say('Pénalités de retard', 'Late payment penalties'),
  PMT: say('Indemnité forfaitaire de recouvrement', 'Fixed recovery fee'),
  REG: say('Informations réglementaires', 'Regulatory information'),
  SUR: say('Remarques du vendeur', 'Supplier remarks'),
  TXD: say('Assujetti unique', 'Single taxable person'),
};

/** Notes that only machines need: how the flow is to be treated. */
export const hiddenNoteSubjects: ReadonlySet<string> = new Set(['BAR', 'ADN']);
