import {
  type CardEvent,
  type DepositCard,
  isRemovable,
  type Life,
  next,
  type Stage,
} from './deposit-card.js';

/** All the cards of the page, in the order the files came. */
export type Desk = readonly DepositCard[];

export type DeskEvent =
  | { readonly kind: 'cardsLaid'; readonly cards: readonly DepositCard[] }
  | { readonly kind: 'cardMoved'; readonly id: string; readonly event: CardEvent }
  | { readonly kind: 'cardRemoved'; readonly id: string }
  | { readonly kind: 'sentCleared' }
  /** Sends every good one; the others do not hold them back. */
  | { readonly kind: 'allSendAsked' }
  /** Sends again whatever was sent without an answer, under the same keys. */
  | { readonly kind: 'allSendAskedAgain' }
  /** The line is back: what it had interrupted goes on. What the gateway has refused waits for the person. */
  | { readonly kind: 'cameBackOnline' }
  /** The page changed language: verdicts are asked for anew, in it. */
  | { readonly kind: 'allChecksAskedAgain' };

export const desk = (cards: Desk, event: DeskEvent): Desk => {
  switch (event.kind) {
    case 'cardsLaid':
      return [...cards, ...event.cards.filter(({ file }) => !holds(cards, file))];
    case 'cardMoved':
      return cards.map((card) => (card.id === event.id ? next(card, event.event) : card));
    case 'cardRemoved':
      return cards.filter((card) => card.id !== event.id || !isRemovable(card));
    case 'sentCleared':
      return cards.filter(({ life }) => life.stage !== 'sent');
    case 'allSendAsked':
      return sending(cards, ({ stage }) => stage === 'ready');
    case 'allSendAskedAgain':
      return sending(cards, ({ stage }) => stage === 'unanswered');
    case 'cameBackOnline':
      return sending(cards, (life) => life.stage === 'unanswered' && !life.trouble.message);
    case 'allChecksAskedAgain':
      return cards.map((card) => next(card, { kind: 'checkAskedAgain' }));
  }
};

const sending = (cards: Desk, isMeant: (life: Life) => boolean): Desk =>
  cards.map((card) => (isMeant(card.life) ? next(card, { kind: 'sendAsked' }) : card));

/** The very same file, dropped twice, is one card. */
export const holds = (cards: Desk, file: File): boolean =>
  cards.some(
    (card) =>
      card.file.name === file.name &&
      card.file.size === file.size &&
      card.file.lastModified === file.lastModified,
  );

/** Files on the line at one time: enough to be quick, few enough that the first answers come first. */
const AT_ONCE = 3;

export interface Turn {
  readonly act: 'check' | 'send';
  readonly card: DepositCard;
}

/** Whose turn it is now, if anyone's. What a person has asked to send goes before what is still to be checked. */
export const nextTurn = (cards: Desk): Turn | undefined => {
  const busy = cards.filter(({ life }) => life.stage === 'checking' || life.stage === 'sending').length;
  if (busy >= AT_ONCE) return undefined;
  const toSend = cards.find(({ life }) => life.stage === 'sendQueued');
  if (toSend) return { act: 'send', card: toSend };
  const toCheck = cards.find(({ life }) => life.stage === 'queued');
  return toCheck && { act: 'check', card: toCheck };
};

/** How the cards of the page stand, in the order the line above them says it. */
const groups = {
  checking: ['queued', 'checking'],
  uncheckable: ['uncheckable'],
  ready: ['ready'],
  faulty: ['faulty'],
  duplicate: ['duplicate'],
  sending: ['sendQueued', 'sending'],
  unsent: ['unanswered'],
  sent: ['sent'],
} as const satisfies Record<string, readonly Stage[]>;

export type Group = keyof typeof groups;

export const allGroups = Object.keys(groups) as readonly Group[];

export const countIn = (cards: Desk, group: Group): number => {
  const stages: readonly Stage[] = groups[group];
  return cards.filter(({ life }) => stages.includes(life.stage)).length;
};
