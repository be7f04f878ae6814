import type { CheckVerdictFragment, DepositInvoiceFileMutation } from '../../gql/graphql.js';

/** One file on its way to being a deposited invoice. Its card on the page tells this life. */
export interface DepositCard {
  readonly id: string;
  readonly file: File;
  /** Made once with the card: sending again after a lost answer deposits nothing twice. */
  readonly idempotencyKey: string;
  /** The structure it is deposited for; absent when the person has only one. */
  readonly supplierId?: string;
  /** Set once a large file has been sent ahead. */
  readonly uploadId?: string;
  readonly life: Life;
}

export type Verdict = CheckVerdictFragment;
type DepositAnswer = DepositInvoiceFileMutation['depositInvoice'];
export type Receipt = Extract<DepositAnswer, { __typename: 'DepositReceipt' }>;
export type FirstInvoice = Verdict['numberAlreadyUsedBy'];

/** Why an attempt has no verdict: the gateway's sentence, or none when it could not be reached. */
export interface Trouble {
  readonly message?: string;
  readonly nextStep?: string;
}

/** Its number is taken: why, what to do when it is another invoice, and the first when the person may see it. */
export interface Duplicate {
  readonly message: string;
  readonly nextStep?: string;
  readonly first: FirstInvoice;
}

export type Life =
  | { readonly stage: 'queued' }
  /** Being sent ahead and checked; `share` of a large file sent, 0 to 1. */
  | { readonly stage: 'checking'; readonly share?: number }
  | { readonly stage: 'uncheckable'; readonly trouble: Trouble }
  | { readonly stage: 'faulty'; readonly verdict: Verdict }
  | { readonly stage: 'ready'; readonly verdict: Verdict }
  /** The person has said "send"; it goes as soon as its turn comes. */
  | { readonly stage: 'sendQueued'; readonly verdict: Verdict }
  | { readonly stage: 'sending'; readonly verdict: Verdict }
  /** No answer came back: it may or may not have arrived, and sending again is safe. */
  | { readonly stage: 'unanswered'; readonly verdict: Verdict; readonly trouble: Trouble }
  | { readonly stage: 'sent'; readonly receipt: Receipt }
  | ({ readonly stage: 'duplicate'; readonly verdict: Verdict } & Duplicate);

export type Stage = Life['stage'];

export type CardEvent =
  | { readonly kind: 'checkStarted' }
  | { readonly kind: 'uploadProgressed'; readonly share: number }
  | { readonly kind: 'uploaded'; readonly uploadId: string }
  | { readonly kind: 'checked'; readonly verdict: Verdict }
  | { readonly kind: 'checkFailed'; readonly trouble: Trouble }
  | { readonly kind: 'checkAskedAgain' }
  | { readonly kind: 'sendAsked' }
  | { readonly kind: 'sendStarted' }
  | { readonly kind: 'sendFailed'; readonly trouble: Trouble }
  | { readonly kind: 'receiptGiven'; readonly receipt: Receipt }
  | { readonly kind: 'foundFaulty'; readonly verdict: Verdict }
  | ({ readonly kind: 'numberUsed' } & Duplicate);

/** What becomes of a card. An event that does not concern its stage (a late progress, a double click) changes nothing. */
export const next = (card: DepositCard, event: CardEvent): DepositCard => {
  if (event.kind === 'uploaded') return { ...card, uploadId: event.uploadId };
  const life = nextLife(card.life, event);
  return life === card.life ? card : { ...card, life };
};

const nextLife = (life: Life, event: Exclude<CardEvent, { kind: 'uploaded' }>): Life => {
  switch (event.kind) {
    case 'checkStarted':
      return life.stage === 'queued' ? { stage: 'checking' } : life;
    case 'uploadProgressed':
      return life.stage === 'checking' ? { stage: 'checking', share: event.share } : life;
    case 'checked':
      return life.stage === 'checking' ? judged(event.verdict) : life;
    case 'checkFailed':
      return life.stage === 'checking' ? { stage: 'uncheckable', trouble: event.trouble } : life;
    case 'checkAskedAgain':
      return isOneOf(life, ['uncheckable', 'faulty', 'ready', 'duplicate']) ? { stage: 'queued' } : life;
    case 'sendAsked':
      return life.stage === 'ready' || life.stage === 'unanswered'
        ? { stage: 'sendQueued', verdict: life.verdict }
        : life;
    case 'sendStarted':
      return life.stage === 'sendQueued' ? { stage: 'sending', verdict: life.verdict } : life;
    case 'sendFailed':
      return life.stage === 'sending'
        ? { stage: 'unanswered', verdict: life.verdict, trouble: event.trouble }
        : life;
    case 'receiptGiven':
      return life.stage === 'sending' ? { stage: 'sent', receipt: event.receipt } : life;
    case 'foundFaulty':
      return life.stage === 'sending' ? { stage: 'faulty', verdict: event.verdict } : life;
    case 'numberUsed':
      return life.stage === 'sending'
        ? { stage: 'duplicate', verdict: life.verdict, message: event.message, first: event.first }
        : life;
  }
};

/** Nothing is sent while a fault stands; a warning does not hold an invoice back. */
const judged = (verdict: Verdict): Life => {
  if (verdict.valid) return { stage: 'ready', verdict };
  const [blocking, ...others] = verdict.faults.filter(({ severity }) => severity === 'FATAL');
  // With nothing else wrong there is nothing to correct: this invoice is there already.
  if (blocking?.rule !== 'PV-NUMBER-ALREADY-USED' || others.length > 0) return { stage: 'faulty', verdict };
  const { message, nextStep } = blocking;
  return { stage: 'duplicate', verdict, message, nextStep, first: verdict.numberAlreadyUsedBy };
};

const isOneOf = (life: Life, stages: readonly Stage[]): boolean => stages.includes(life.stage);

/** Would leaving the page lose something the person has not finished? */
export const isUnsent = ({ life }: DepositCard): boolean => !isOneOf(life, ['sent', 'duplicate']);

/** A card may be taken away except while its invoice is on its way. */
export const isRemovable = ({ life }: DepositCard): boolean => !isOneOf(life, ['sendQueued', 'sending']);
