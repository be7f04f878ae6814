import type { Action } from '@parvis/domain/life-cycle/transitions';
import type { Mistreatment } from './trouble.js';

/**
 * What a system can do and show. Known when the tests are defined: a test that asks for what a system cannot do is not
 * defined for it, so that nothing is skipped and every test that stands there can fail.
 */
export interface ConnectorFeatures {
  /**
   * What of a bill can be read there to the cent. `whole`: net, VAT, gross and the lines; `gross`: the amount to pay
   * only; `none`: the system shows a file's name and nothing in it.
   */
  readonly amounts: 'whole' | 'gross' | 'none';
  /** Shows line for line what the invoice says; false where lines are joined or split so that its sums come out. */
  readonly keepsLines: boolean;
  /** Adds the bill up by itself, so that its total can differ from the invoice's. */
  readonly addsUp: boolean;
  /** A bill that somebody typed in under the supplier's number is found before ours is made. */
  readonly typedInByHand: boolean;
  /** Keeps suppliers, each once for its SIRET. */
  readonly suppliers: boolean;
  /** Takes bills of suppliers who have no SIRET. */
  readonly foreignSuppliers: boolean;
  readonly creditNotes: boolean;
  /** The draft of an earlier revision can be taken back. */
  readonly replacesDrafts: boolean;
  /** A file that comes after the bill can be added to it. */
  readonly laterFiles: boolean;
  /** The files of a bill can be read there. */
  readonly files: boolean;
  /** The size in bytes of a file that must arrive. */
  readonly largestFile: number;
  /** How many lines one bill must bear. */
  readonly mostLines: number;
  /** Refuses a bill dated in a period that is closed. */
  readonly closedPeriods: boolean;
  /** Signs us in, so that credentials can be wrong. */
  readonly credentials: boolean;
  /** What comes back of a bill; undefined where nothing ever does. */
  readonly statuses: StatusFeatures | undefined;
  /** What can go wrong on the way to it. */
  readonly mistreatments: readonly Mistreatment['kind'][];
  /** Is set up step by step, each step tried live. */
  readonly setUp: boolean;
  /** Tells every bill of ours; `asSent`: by what we keep of our own, which does not say what became of it. */
  readonly billsThere: boolean | 'asSent';
  /** Tells the orders placed there. */
  readonly engagements: boolean;
}

export interface StatusFeatures {
  /** The acts told of a bill that was posted, in their order. */
  readonly posted: readonly Action[];
  /** The acts told of a bill that was posted and paid between two readings. */
  readonly paid: readonly Action[];
  /** A posted bill has a number there. */
  readonly numbers: boolean;
  /** Tells that a bill was turned down before it was posted, and why. */
  readonly refusals: boolean;
  /** A bill can be cancelled after it was posted. */
  readonly cancelledAfterPosting: boolean;
  /** Tells that a payment came back. */
  readonly returnedPayments: boolean;
  /** News comes in pages of a size that can be chosen. */
  readonly pages: boolean;
  /** News that cannot be read: `waits` for its place to be read again, or is `setAside` so that what follows is told. */
  readonly unreadable: 'waits' | 'setAside';
}

const everyStatus: StatusFeatures = {
  posted: ['orderPayment'],
  paid: ['orderPayment', 'book', 'startPayment'],
  numbers: true,
  refusals: true,
  cancelledAfterPosting: true,
  returnedPayments: true,
  pages: true,
  unreadable: 'waits',
};

/** Of a system such as Tryton: everything but orders, which not every server has. */
const everything: ConnectorFeatures = {
  amounts: 'whole',
  keepsLines: true,
  addsUp: true,
  typedInByHand: true,
  suppliers: true,
  foreignSuppliers: true,
  creditNotes: true,
  replacesDrafts: true,
  laterFiles: true,
  files: true,
  largestFile: 10 * 2 ** 20,
  mostLines: 5_000,
  closedPeriods: true,
  credentials: true,
  statuses: everyStatus,
  mistreatments: ['lose', 'hold', 'ask-twice', 'rewrite', 'down'],
  setUp: true,
  billsThere: true,
  engagements: false,
};

/** The features a system lacks or does in its own way, over `everything`. */
export type FeatureChanges = Partial<Omit<ConnectorFeatures, 'statuses'>> & {
  readonly statuses?: Partial<StatusFeatures> | undefined;
};

export const featuresOf = (changes: FeatureChanges): ConnectorFeatures => ({
  ...everything,
  ...changes,
  statuses:
    'statuses' in changes && changes.statuses === undefined
      ? undefined
      : { ...everyStatus, ...changes.statuses },
});
