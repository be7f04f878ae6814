/**
 * The life cycle of an invoice, as one table everyone reads: the use cases, the API's `availableActions`, the buttons
 * and the documentation. Statuses are ours; their official French words and codes stand in `official-statuses.ts`.
 *
 * Source: the statuses of an ordinary invoice on Chorus Pro and the order they may follow. The processing statuses of
 * the recipient are free among themselves going forward; refusal, suspension and re-routing are guarded.
 */
export type Status =
  | 'draft'
  | 'deposited'
  | 'toValidate1'
  | 'toValidate2'
  | 'validated1'
  | 'validated2'
  | 'validationRefused1'
  | 'validationRefused2'
  | 'validationOverdue1'
  | 'validationOverdue2'
  | 'wrongValidator'
  | 'inRouting'
  | 'rejected'
  | 'madeAvailable'
  | 'takenInCharge'
  | 'toReroute'
  | 'suspended'
  | 'completed'
  | 'refused'
  | 'serviceConfirmed'
  | 'paymentOrdered'
  | 'handedToAccountant'
  | 'booked'
  | 'inPayment';

export type ActorKind = 'platform' | 'supplier' | 'validator' | 'buyer' | 'accountant';

interface Transition {
  readonly action: string;
  readonly from: readonly (Status | 'nothing')[];
  readonly to: Status;
  readonly by: readonly ActorKind[];
  readonly requires?: 'reason' | 'comment';
}

/** Where the recipient may still decide: it has the invoice and no payment order exists. */
const underReview = ['madeAvailable', 'takenInCharge', 'completed'] as const;

export const transitions = [
  { action: 'deposit', from: ['nothing', 'draft'], to: 'deposited', by: ['supplier'] },
  { action: 'askValidation1', from: ['deposited'], to: 'toValidate1', by: ['platform'] },
  { action: 'validate1', from: ['toValidate1'], to: 'validated1', by: ['validator'], requires: 'comment' },
  {
    action: 'refuseValidation1',
    from: ['toValidate1'],
    to: 'validationRefused1',
    by: ['validator'],
    requires: 'reason',
  },
  { action: 'lapseValidation1', from: ['toValidate1'], to: 'validationOverdue1', by: ['platform'] },
  {
    action: 'askValidation2',
    from: ['validated1', 'validationOverdue1'],
    to: 'toValidate2',
    by: ['platform'],
  },
  { action: 'validate2', from: ['toValidate2'], to: 'validated2', by: ['validator'], requires: 'comment' },
  {
    action: 'refuseValidation2',
    from: ['toValidate2'],
    to: 'validationRefused2',
    by: ['validator'],
    requires: 'reason',
  },
  { action: 'lapseValidation2', from: ['toValidate2'], to: 'validationOverdue2', by: ['platform'] },
  {
    action: 'reportWrongValidator',
    from: ['toValidate1', 'toValidate2'],
    to: 'wrongValidator',
    by: ['platform', 'validator'],
  },
  { action: 'correctValidator', from: ['wrongValidator'], to: 'toValidate1', by: ['supplier'] },
  {
    action: 'startRouting',
    from: ['deposited', 'validated1', 'validated2', 'validationOverdue1', 'validationOverdue2'],
    to: 'inRouting',
    by: ['platform'],
  },
  { action: 'makeAvailable', from: ['deposited', 'inRouting'], to: 'madeAvailable', by: ['platform'] },
  {
    action: 'reject',
    from: ['deposited', 'inRouting'],
    to: 'rejected',
    by: ['platform'],
    requires: 'reason',
  },
  {
    action: 'takeInCharge',
    from: ['madeAvailable', 'completed'],
    to: 'takenInCharge',
    by: ['buyer', 'accountant'],
  },
  { action: 'askReroute', from: underReview, to: 'toReroute', by: ['buyer'], requires: 'reason' },
  { action: 'reroute', from: ['toReroute'], to: 'madeAvailable', by: ['supplier'] },
  {
    action: 'suspend',
    from: [...underReview, 'serviceConfirmed'],
    to: 'suspended',
    by: ['buyer'],
    requires: 'reason',
  },
  { action: 'complete', from: ['suspended'], to: 'completed', by: ['supplier'] },
  {
    action: 'refuse',
    from: [...underReview, 'suspended', 'serviceConfirmed'],
    to: 'refused',
    by: ['buyer'],
    requires: 'reason',
  },
  { action: 'approve', from: underReview, to: 'serviceConfirmed', by: ['buyer', 'accountant'] },
  {
    action: 'orderPayment',
    from: [...underReview, 'serviceConfirmed'],
    to: 'paymentOrdered',
    by: ['buyer', 'accountant'],
  },
  {
    action: 'handToAccountant',
    from: [...underReview, 'serviceConfirmed', 'paymentOrdered'],
    to: 'handedToAccountant',
    by: ['buyer', 'accountant'],
  },
  {
    action: 'book',
    from: [...underReview, 'serviceConfirmed', 'paymentOrdered', 'handedToAccountant'],
    to: 'booked',
    by: ['accountant'],
  },
  {
    action: 'startPayment',
    from: [...underReview, 'serviceConfirmed', 'paymentOrdered', 'handedToAccountant', 'booked'],
    to: 'inPayment',
    by: ['accountant'],
  },
  { action: 'returnPayment', from: ['inPayment'], to: 'booked', by: ['accountant'], requires: 'reason' },
] as const satisfies readonly Transition[];

export type Action = (typeof transitions)[number]['action'];

/** Processing steps in the order public accounting takes them. A late one is recorded and moves nothing. */
const accountingSteps: readonly Status[] = [
  'takenInCharge',
  'serviceConfirmed',
  'paymentOrdered',
  'handedToAccountant',
  'booked',
  'inPayment',
];

const table: readonly Transition[] = transitions;

export const transitionOf = (action: Action): Transition => {
  const transition = table.find((row) => row.action === action);
  if (!transition) throw new TypeError(`no transition named ${action}`);
  return transition;
};

/** The acts open to this kind of actor on an invoice in this status, in the table's order. */
export const availableActions = (status: Status | 'nothing', actor: ActorKind): Action[] =>
  transitions
    .filter((row: Transition) => row.from.includes(status) && row.by.includes(actor))
    .map(({ action }) => action);

export type Decision =
  | { readonly kind: 'moves'; readonly to: Status }
  /** The act comes late: it is kept in the history and the invoice stays where it is. */
  | { readonly kind: 'recordedOnly'; readonly to: Status }
  | { readonly kind: 'closed'; readonly open: readonly Action[] };

/** What becomes of an act on an invoice in this status. */
export const decide = (status: Status | 'nothing', action: Action, actor: ActorKind): Decision => {
  const { to, by } = transitionOf(action);
  if (availableActions(status, actor).includes(action)) return { kind: 'moves', to };
  const isLate =
    actor === 'accountant' &&
    by.includes(actor) &&
    action !== 'returnPayment' &&
    accountingSteps.includes(to) &&
    status !== 'nothing' &&
    accountingSteps.indexOf(status) > accountingSteps.indexOf(to);
  if (isLate) return { kind: 'recordedOnly', to };
  return { kind: 'closed', open: availableActions(status, actor) };
};
