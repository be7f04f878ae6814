import { gzipSync } from 'node:zlib';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { latin, latinText } from './latin-text.js';
import type { PaymentLine } from './payment-lines.js';
import type { PaymentOrder } from './payment-order.js';
import type { PesAttachment } from './pes-attachments.js';
import type { PesSettings } from './pes-settings.js';
import type { PesAddress, PesSupplier } from './pes-supplier.js';

/** What was given to an order once and for all: the same numbers and the same day give the same bytes. */
export interface OrderNumbers {
  /** Of the file. */
  readonly sending: number;
  /** How many times Hélios has refused it: a file sent anew has a name of its own. */
  readonly round: number;
  readonly exercise: number;
  /** IdBord */
  readonly batch: number;
  /** IdPce */
  readonly order: number;
  readonly day: CalendarDate;
  /** On a reduction: the order that it lowers, and which of its lines each of ours does. */
  readonly lowers?: LoweredOrder | undefined;
}

export interface LoweredOrder {
  readonly exercise: number;
  readonly order: number;
  /** In the order of the reduction's lines. */
  readonly lines: readonly number[];
}

/** `PESALR2_21990012300015_261121_42.xml`: no other file of this budget ever bears the name. */
export const pesFileName = (siret: string, { day, sending, round }: OrderNumbers): string =>
  `PESALR2_${siret}_${day.slice(2).replaceAll('-', '')}_${sending}${round === 0 ? '' : `_${round + 1}`}.xml`;

/** ISO 8859-1. */
export const pesBytes = (xml: string): Uint8Array => Uint8Array.from(Buffer.from(xml, 'latin1'));

/** `contentOf`: for a preview, what to write instead of the content of a file. */
export const writePes = (
  order: PaymentOrder,
  numbers: OrderNumbers,
  settings: PesSettings,
  contentOf: (attachment: PesAttachment) => string = packed,
): string =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n${element(
    'n:PES_Aller',
    [
      envelope(order, numbers),
      header(numbers, settings),
      expense(order, numbers, settings),
      files(order, contentOf),
    ],
    ` xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/aller" Id="PES${numbers.exercise}${numbers.sending}"`,
  )}\n`;

/** Compressed with gzip, then in base64, whatever the file is. */
const packed = ({ bytes }: PesAttachment): string => gzipSync(bytes, { level: 6 }).toString('base64');

type Part = string | undefined;

const element = (name: string, parts: readonly Part[], attributes = ''): string =>
  `<${name}${attributes}>${parts.filter((part) => part !== undefined).join('')}</${name}>`;

/** Every value sits in an attribute V of an empty element. */
const value = (name: string, text: string | number | undefined): Part =>
  text === undefined ? undefined : `<${name} V="${escaped(String(text))}"/>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const envelope = ({ siret }: PaymentOrder, numbers: OrderNumbers): string =>
  element('Enveloppe', [
    element('Parametres', [
      value('Version', 2),
      value('TypFic', 'PESALR2'),
      value('NomFic', pesFileName(siret, numbers)),
    ]),
    element('Emetteur', [value('Sigle', 'PARVIS')]),
    element('Recepteur', [value('Sigle', 'HELIOS')]),
  ]);

const header = ({ day }: OrderNumbers, settings: PesSettings): string =>
  element('EnTetePES', [
    value('DteStr', day),
    value('IdPost', settings.post),
    value('IdColl', settings.siret),
    value('FinJur', settings.finess),
    value('CodCol', settings.collectivity),
    value('CodBud', settings.budget),
    value('LibelleColBud', latinText(settings.budgetName, 38)),
  ]);

const expense = (order: PaymentOrder, numbers: OrderNumbers, settings: PesSettings): string => {
  const net = Decimal.sum(order.lines.map((line) => line.net));
  const vat = Decimal.sum(order.lines.map((line) => line.vat));
  return element('PES_DepenseAller', [
    // Not signed here: the authorising officer's signature book does it, and then says so.
    element('EnTeteDepense', [value('IdVer', 2), value('InfoDematerialisee', 0)]),
    element(
      'Bordereau',
      [
        element('BlocBordereau', [
          value('Exer', numbers.exercise),
          value('IdBord', numbers.batch),
          value('DteBordEm', numbers.day),
          value('TypBord', order.codes.batch),
          value('NbrPce', 1),
          value('MtBordHT', cents(net)),
          vat.isZero() ? undefined : value('MtBordTVA', cents(vat)),
        ]),
        element('Piece', [
          element('BlocPiece', [piece(order, numbers), limit(order)]),
          ...order.lines.map((line, index) => orderLine(line, index, order, numbers, settings)),
        ]),
      ],
      ` Id="BORD${numbers.exercise}${order.codes.batch}${numbers.batch}"`,
    ),
  ]);
};

const piece = (order: PaymentOrder, numbers: OrderNumbers): string =>
  element('InfoPce', [
    value('CodServ', order.service),
    value('IdPce', numbers.order),
    value('TypPce', order.codes.piece),
    value('NatPce', order.codes.nature),
    value('Obj', order.subject),
    ...order.attachments.map(({ id, name }) =>
      element('PJRef', [value('Support', '01'), value('IdUnique', id), value('NomPJ', name)]),
    ),
  ]);

/** Dgp is the wrong way round: 0 says that the expense counts for the payment period. */
const limit = ({ limit: term }: PaymentOrder): Part =>
  term &&
  element('DGP', [
    value('Dgp', 0),
    value('DteDebDgp', term.from),
    value('DteFinDgp', term.to),
    value('DureeDgp', term.days),
  ]);

const orderLine = (
  line: PaymentLine,
  index: number,
  order: PaymentOrder,
  { lowers }: OrderNumbers,
  settings: PesSettings,
): string =>
  element('LigneDePiece', [
    element('BlocLignePiece', [
      element('InfoLignePce', [
        value('IdLigne', index + 1),
        value('Nature', line.account),
        value('Fonction', line.function),
        value('Operation', line.operation),
        value('CptAna', line.analytic),
        value('Facture', order.invoiceNumber),
        value('LibVir1', order.wording),
        value('LibVir2', order.secondWording),
        value('ModRegl', order.payment?.mode),
        value('TVAIntraCom', order.isIntraUnion ? 1 : 0),
        value('CpteTiers', settings.payableAccount),
        value('MtHT', cents(line.net)),
        line.vat.isZero() ? undefined : value('MtTVA', cents(line.vat)),
      ]),
      lowers &&
        element('RattachPiece', [
          // 01: the piece of origin is a payment order.
          value('NatPceOrig', '01'),
          value('ExerRat', lowers.exercise),
          value('IdPceOrig', lowers.order),
          value('IdLigneOrig', lowers.lines[index]),
        ]),
      order.contract === undefined ? undefined : element('LiensIdent', [value('IdMarche', order.contract)]),
    ]),
    creditor(order),
  ]);

const creditor = ({ supplier, payment }: PaymentOrder): string =>
  element('Tiers', [
    identity(supplier),
    supplier.address && address(supplier.address),
    payment?.mode === '03'
      ? element('CpteBancaire', [
          value('BIC', payment.bic),
          value('IBAN', payment.iban),
          value('TitCpte', latinText(payment.holder, 32) ?? latin(supplier.name).slice(0, 32).trim()),
        ])
      : undefined,
  ]);

const identity = ({ siret, reference, name, moreName }: PesSupplier): string =>
  element('InfoTiers', [
    value('IdTiers', siret),
    siret === undefined ? undefined : value('NatIdTiers', '01'),
    value('RefTiers', reference),
    value('CatTiers', '50'),
    value('NatJur', '03'),
    value('Nom', name),
    value('ComplNom', moreName),
  ]);

const address = ({ before, street, after, postCode, city, country }: PesAddress): string =>
  element('Adresse', [
    value('TypAdr', 1),
    value('Adr1', before),
    value('Adr2', street),
    value('Adr3', after),
    value('CP', postCode),
    value('Ville', city),
    value('CodRes', country === undefined ? 0 : 1),
    value('CodPays', country),
  ]);

const files = (
  { attachments, subject }: PaymentOrder,
  contentOf: (attachment: PesAttachment) => string,
): Part =>
  attachments.length === 0
    ? undefined
    : element('PES_PJ', [
        element('EnTetePES_PJ', [value('IdVer', 1)]),
        ...attachments.map((attachment) =>
          element('PJ', [
            element('Contenu', [
              element(
                'Fichier',
                [contentOf(attachment)],
                ` MIMEType="${escaped(latin(attachment.mediaType))}"`,
              ),
            ]),
            value('IdUnique', attachment.id),
            value('NomPJ', attachment.name),
            value('TypePJ', '003'),
            value('Description', subject),
          ]),
        ),
      ]);

const cents = (amount: Decimal): string => amount.rounded().toString();
