import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import { type PlainBill, type PlainLine, plainBill } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { IdentifierType } from '@parvis/domain/directory/structure-identifier';
import { say } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { calendarDay } from '@parvis/domain/time/paris';
import { XmlText } from '@parvis/formats/write/xml-text';
import type { PivotAttachment } from './pivot-attachment.js';

/** A file as it stands in a pivot, its content in base64. */
export type CarriedFile = Omit<PivotAttachment, 'file'> & { readonly content: string };

export interface PivotFlow {
  readonly flowId: string;
  readonly sender: string;
  readonly receiver: string;
  readonly producedAt: Date;
}

const LONGEST_NUMBER = 20;
const LONGEST_REFERENCE = 50;

/** Prices as fine as any sender writes them. */
const PRICE_DECIMALS = 10;

export const pivotBill = (invoice: Invoice): PlainBill => plainBill(invoice, PRICE_DECIMALS);

/**
 * One invoice as CPPFacturePivot V2.02, in the order of its schema. Amounts as the supplier wrote them: a credit note is
 * told by its type. Throws `Refused` for a number that the pivot has no room for.
 */
export const writePivot = (
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
  flow: PivotFlow,
  files: readonly CarriedFile[],
): string => {
  const text = new XmlText();
  text.group(
    'CPPFacturePivot',
    () => {
      text.group('Enveloppe', () => writeEnvelope(text, flow));
      text.group(
        'CPPFactures',
        () =>
          text.group('CPPFacturePivotUnitaire', () => writeInvoice(text, envelope, { key, flow, files }), {
            attributes: { NumOrdre: '1' },
          }),
        { attributes: { Compteur: '1' } },
      );
    },
    { attributes: { Version: 'V2_02' } },
  );
  return text.toString();
};

const writeEnvelope = (text: XmlText, { flowId, sender, receiver, producedAt }: PivotFlow): void =>
  text.group(
    'EnveloppeUnitaire',
    () => {
      text.group('Parametres', () => {
        writeParameter(text, '0001', 'DtPrd', producedAt.toISOString().replace(/\.\d+Z$/, 'Z'));
        writeParameter(text, '0002', 'IdFlx', flowId);
      });
      text.group('Partenaires', () => {
        text.group('Recepteur', () => text.leaf('Id', receiver));
        text.group('Emetteur', () => text.leaf('Id', sender));
      });
    },
    { attributes: { NumOrdre: '1' } },
  );

const writeParameter = (text: XmlText, order: string, code: string, value: string): void =>
  text.group(
    'ParametreIndiv',
    () => {
      text.leaf('Code', code);
      text.leaf('Valeurparametre', value);
    },
    { attributes: { NumOrdre: order } },
  );

interface Written {
  readonly key: DeliveryKey;
  readonly flow: PivotFlow;
  readonly files: readonly CarriedFile[];
}

const writeInvoice = (text: XmlText, envelope: InvoiceEnvelope, written: Written): void => {
  text.group('Fournisseur', () => writeSupplier(text, envelope));
  text.group('Debiteur', () => {
    text.leaf('TypeIdentifiant', '1');
    text.leaf('Identifiant', envelope.recipient.siret);
    text.leaf('Nom', envelope.recipient.name);
    text.leaf('CodeService', envelope.serviceCode?.slice(0, 100));
  });
  text.group('DonneesFacture', () => writeData(text, envelope, written));
  for (const [index, file] of written.files.entries()) writeFile(text, index + 1, file);
};

/** AUTRE: a supplier whose registration is under way is the nearest the pivot knows. */
const identifierTypes: Readonly<Record<IdentifierType, string>> = {
  SIRET: '1',
  UE_HORS_FRANCE: '2',
  HORS_UE: '3',
  RIDET: '4',
  TAHITI: '5',
  AUTRE: '6',
  PARTICULIER: '7',
};

const writeSupplier = (text: XmlText, { supplier, invoice, files }: InvoiceEnvelope): void => {
  const { type, value } = supplier.otherIdentifier ?? { type: 'SIRET' as const, value: supplier.siret };
  text.leaf('TypeIdentifiant', identifierTypes[type]);
  text.leaf('Identifiant', value);
  text.leaf('RaisonSociale', supplier.name);
  text.leaf('CodePays', invoice.seller.address?.country ?? 'FR');
  const transfer = invoice.payments.find(({ creditTransfer }) => creditTransfer?.account)?.creditTransfer;
  if (transfer)
    text.group(
      'ReferenceBancaire',
      () => {
        text.leaf('Compte', transfer.account);
        text.leaf('Etablissement', transfer.serviceProvider);
        text.leaf('RaisonSocialeEncaisseur', invoice.payee?.name ?? transfer.accountName);
      },
      { attributes: { Type: 'IBAN' } },
    );
  text.leaf('ModeEmission', files[0]?.mediaType === 'application/pdf' ? 'PDF' : 'flux');
};

const writeData = (text: XmlText, envelope: InvoiceEnvelope, { key, flow }: Written): void => {
  const { invoice, engagementNumber } = envelope;
  const bill = pivotBill(invoice);
  text.leaf('Id', numberOf(invoice));
  text.leaf('Renvoi', /:1$/.test(key) ? 'Non' : 'Complétée');
  if (bill.isCreditNote)
    text.leaf('IdFactureOrigine', invoice.precedingInvoices[0]?.number?.slice(0, LONGEST_NUMBER));
  text.leaf('Type', bill.isCreditNote ? '381' : '380');
  text.leaf('Cadre', frameworkOf(invoice));
  text.leaf('DateEmissionFacture', invoice.issueDate);
  text.leaf('DateLivraison', invoice.delivery?.date);
  text.group('ModePaiement', () => {
    text.leaf('Code', paymentCodeOf(invoice));
    text.leaf('Libelle', invoice.payments[0]?.meansText);
  });
  text.leaf('DateReception', envelope.receivedOn ?? calendarDay(flow.producedAt));
  text.leaf('Devise', invoice.currency);
  text.group('Montants', () => {
    text.leaf('MontantHT', bill.totals.net);
    text.leaf('MontantTTC', bill.totals.gross);
    text.leaf('MontantNetAPayer', invoice.totals.due ?? bill.totals.gross);
  });
  text.group('TVAs', () => {
    for (const { rate, base, amount } of bill.vat)
      text.group('TVA', () => {
        text.leaf('Taux', rate);
        text.leaf('BaseHt', base);
        text.leaf('MontantTVA', amount);
      });
  });
  text.group('Engagement', () => {
    text.leaf('NumeroMarche', invoice.contractReference?.slice(0, LONGEST_REFERENCE));
    text.leaf(
      'NumeroEngagement',
      (engagementNumber ?? invoice.purchaseOrderReference)?.slice(0, LONGEST_REFERENCE),
    );
  });
  text.group('Lignes', () => {
    for (const [index, line] of bill.lines.entries()) writeLine(text, index + 1, line);
  });
};

const writeLine = (
  text: XmlText,
  order: number,
  { label, unitPrice, quantity, net, vatRate }: PlainLine,
): void =>
  text.group(
    'Ligne',
    () => {
      text.leaf('ReferenceProduit', label);
      text.leaf('PrixUnitaire', unitPrice);
      text.leaf('Quantite', quantity);
      text.leaf('MontantHT', net);
      text.leaf('TauxTVA', vatRate);
    },
    { attributes: { NumOrdre: `${order}` } },
  );

const writeFile = (text: XmlText, order: number, file: CarriedFile): void =>
  text.group(
    'PJ',
    () => {
      text.leaf('Contenu', file.content);
      text.leaf('NomPJ', file.name);
      text.leaf('NomPJOrigine', file.originalName);
      text.leaf('CategoriePJ', file.category);
      text.leaf('TypePJ', file.type);
      text.leaf('MimeTypePJ', file.mediaType);
    },
    { attributes: { NumOrdre: `${order}` } },
  );

const numberOf = ({ number = '' }: Invoice): string => {
  if (number.length >= 1 && number.length <= LONGEST_NUMBER) return number;
  throw new Refused(
    'validation-refused',
    say(
      `Le numéro « ${number} » ne tient pas dans le fichier pivot : ${LONGEST_NUMBER} caractères au plus. Refusez la facture ou saisissez-la à la main.`,
      `The number "${number}" does not fit into the pivot file: ${LONGEST_NUMBER} characters at most. Refuse the invoice or type it in by hand.`,
    ),
  );
};

/** A1 to A25, A11 left out: those of V2.02. */
const frameworks = new Set(
  Array.from({ length: 25 }, (_, index) => `A${index + 1}`).filter((code) => code !== 'A11'),
);

/** Of the reform's codes the second digit tells: 2 paid already, 5 from a subcontractor. */
const frameworkOf = ({ businessProcess = '' }: Invoice): string => {
  if (frameworks.has(businessProcess)) return businessProcess;
  if (/^[BSM]2$/.test(businessProcess)) return 'A2';
  return /^[BSM]5$/.test(businessProcess) ? 'A9' : 'A1';
};

/** UNTDID 4461 to the eight codes of the pivot; a SEPA transfer is a transfer. */
const paymentCodes: Readonly<Record<string, string>> = {
  10: '10',
  20: '20',
  30: '30',
  31: '31',
  42: '42',
  48: '48',
  49: '49',
  54: '48',
  55: '48',
  57: '30',
  58: '30',
  59: '49',
  97: '97',
};

const paymentCodeOf = ({ payments }: Invoice): string => paymentCodes[payments[0]?.meansCode ?? ''] ?? '30';

/** Of a bill, with its sign: credit notes below zero. */
export const signedGross = (invoice: Invoice): string => {
  const { isCreditNote, totals } = pivotBill(invoice);
  return `${(isCreditNote ? totals.gross.negated() : totals.gross).plus(Decimal.of('0.00'))}`;
};
