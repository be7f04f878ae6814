import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { keyOfAttachment } from './pes-attachments.js';
import { anomalyInWords } from './pes-words.js';
import { allNamed, firstNamed, readXml, shownIn, type XmlElement } from './xml-tree.js';

/** What Hélios says of one batch, one attached file or one order. Pure: the same file says the same. */
export type PesAnswer = BatchAnswer | AttachmentAnswer | OrderAnswer;

interface Acknowledged {
  readonly accepted: boolean;
  readonly anomalies: readonly Anomaly[];
  readonly day?: CalendarDate | undefined;
}

export interface Anomaly {
  readonly code: string;
  /** « mandat 1187, ligne 2 : imputation inconnue » */
  readonly words: string;
}

export interface BatchAnswer extends Acknowledged {
  readonly kind: 'batch';
  readonly budget: AnswerBudget;
  readonly exercise: number;
  readonly batch: number;
}

export interface AttachmentAnswer extends Acknowledged {
  readonly kind: 'attachment';
  readonly key: DeliveryKey;
}

export interface OrderAnswer {
  readonly kind: 'order';
  readonly budget: AnswerBudget;
  readonly exercise: number;
  readonly batch: number;
  readonly order: number;
  /** EtatPce: 01 on hold, 02 booked, 04 refused, 05 settled. */
  readonly state: string;
  readonly observations?: string | undefined;
  readonly comment?: string | undefined;
  /** The accountant had booked it: after that an order never comes back under its number. */
  readonly wasBooked: boolean;
  readonly day?: CalendarDate | undefined;
  readonly total: Decimal;
  /** What went to the supplier (OrgEma 01). */
  readonly paid: Decimal;
  /** What settled the order otherwise: retentions, corrective orders… */
  readonly settledOtherwise: Decimal;
  /** The claim is assigned or attached: part or all of the money goes to somebody else. */
  readonly goesElsewhere: boolean;
}

/** Undefined: the file does not say. */
export interface AnswerBudget {
  readonly siret?: string | undefined;
  readonly budget?: string | undefined;
}

/** `broken`: not whole XML, or not yet. `foreign`: a file of another kind, which is none of our business. */
export type PesReading =
  | { readonly kind: 'answers'; readonly answers: readonly PesAnswer[] }
  | { readonly kind: 'broken' | 'foreign' };

export const readPesAnswers = (bytes: Uint8Array): PesReading => {
  const root = readXml(bytes);
  if (!root) return { kind: 'broken' };
  if (!/^PES_(ACQUIT|Retour)$/i.test(root.name)) return { kind: 'foreign' };
  const header = firstNamed(root, 'EnTetePES');
  const head: Head = {
    budget: { siret: header && shownIn(header, 'IdColl'), budget: header && shownIn(header, 'CodBud') },
    day: header && dayOf(shownIn(header, 'DteStr')),
  };
  return {
    kind: 'answers',
    answers: [
      ...allNamed(root, 'ElementACQUIT').flatMap((element) => acknowledgement(element, head)),
      ...allNamed(root, 'PES_DepenseRetour').flatMap((expense) =>
        allNamed(expense, 'Bordereau').flatMap((batch) => ordersIn(batch, head)),
      ),
    ],
  };
};

interface Head {
  readonly budget: AnswerBudget;
  readonly day: CalendarDate | undefined;
}

const acknowledgement = (element: XmlElement, { budget, day }: Head): PesAnswer[] => {
  const accepted = shownIn(element, 'EtatAck') === '1';
  const anomalies = anomaliesIn(element);
  const attachment = shownIn(element, 'IdUnique');
  if (attachment !== undefined) {
    const key = keyOfAttachment(attachment);
    return key === undefined
      ? []
      : [{ kind: 'attachment', key: key as DeliveryKey, accepted, anomalies, day }];
  }
  const [batch, exercise] = [wholeNumber(element, 'NumBord'), wholeNumber(element, 'ExerciceBord')];
  if (batch === undefined || exercise === undefined) return [];
  return [{ kind: 'batch', budget, exercise, batch, accepted, anomalies, day }];
};

/** Errors of the batch itself, then of its orders, then of their lines: each says of what it speaks. */
const anomaliesIn = (element: XmlElement, of = ''): Anomaly[] => [
  ...element.children
    .filter(({ name }) => name === 'Erreur')
    .map((error) => {
      const code = shownIn(error, 'NumAnoAck') ?? 'ERREUR_AUTRE';
      const words = anomalyInWords(code, shownIn(error, 'LibelleAnoAck'));
      return { code, words: of === '' ? words : `${of} : ${words}` };
    }),
  ...element.children
    .filter(({ name }) => name === 'DetailPiece')
    .flatMap((detail) => anomaliesIn(detail, `mandat ${shownIn(detail, 'NumPiece') ?? '?'}`)),
  ...element.children
    .filter(({ name }) => name === 'DetailLigne')
    .flatMap((detail) => anomaliesIn(detail, `${of}, ligne ${shownIn(detail, 'NumLigne') ?? '?'}`)),
];

const ordersIn = (batchElement: XmlElement, { budget, day }: Head): OrderAnswer[] => {
  const [batch, exercise] = [wholeNumber(batchElement, 'IdBord'), wholeNumber(batchElement, 'Exer')];
  if (batch === undefined || exercise === undefined) return [];
  return allNamed(batchElement, 'Piece').flatMap((piece) => {
    const [order, state] = [wholeNumber(piece, 'IdPce'), shownIn(piece, 'EtatPce')];
    if (order === undefined || state === undefined) return [];
    const payments = allNamed(piece, 'PaiementEmargement');
    return [
      {
        kind: 'order' as const,
        budget,
        exercise,
        batch,
        order,
        state: state.padStart(2, '0'),
        observations: shownIn(piece, 'ObsEtat'),
        comment: shownIn(piece, 'Commentaire'),
        wasBooked: shownIn(piece, 'DtePcePec') !== undefined,
        day: dayOfOrder(piece, state, payments) ?? day,
        total: totalOf(piece),
        paid: sumOf(payments.filter(isPayment)),
        settledOtherwise: sumOf(payments.filter((payment) => !isPayment(payment))),
        goesElsewhere: allNamed(piece, 'CessOpp').some(({ attributes }) =>
          ['02', '03'].includes(attributes.V ?? ''),
        ),
      },
    ];
  });
};

const isPayment = (payment: XmlElement): boolean => shownIn(payment, 'OrgEma')?.padStart(2, '0') === '01';

const sumOf = (payments: readonly XmlElement[]): Decimal =>
  Decimal.sum(payments.map((payment) => amount(shownIn(payment, 'MtPay'))));

const totalOf = (piece: XmlElement): Decimal =>
  Decimal.sum(
    allNamed(piece, 'LigneDePiece').map((line) =>
      amount(shownIn(line, 'MtHT')).plus(amount(shownIn(line, 'MtTVA'))),
    ),
  );

const amount = (text: string | undefined): Decimal => Decimal.parse(text ?? '') ?? Decimal.zero;

/** The day on which the order came to stand where it stands. */
const dayOfOrder = (
  piece: XmlElement,
  state: string,
  payments: readonly XmlElement[],
): CalendarDate | undefined => {
  const names: Readonly<Record<string, string>> = {
    '01': 'DtePceInst',
    '02': 'DtePcePec',
    '04': 'DtePceRej',
  };
  const paidOn = payments
    .flatMap((payment) => dayOf(shownIn(payment, 'DtePay')) ?? [])
    .toSorted()
    .at(-1);
  const name = names[state.padStart(2, '0')];
  return name === undefined ? (paidOn ?? dayOf(shownIn(piece, 'DtePcePec'))) : dayOf(shownIn(piece, name));
};

const dayOf = (text: string | undefined): CalendarDate | undefined =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)))
    ? text.slice(0, 10)
    : undefined;

const wholeNumber = (element: XmlElement, name: string): number | undefined => {
  const text = shownIn(element, name);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};
