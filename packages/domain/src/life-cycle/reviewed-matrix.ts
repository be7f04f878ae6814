import type { Action, ActorKind, Status } from './transitions.js';

/**
 * What each kind of actor may do in each status, written by hand from the Chorus Pro statuses and reviewed line by line.
 * The tests hold the transition table against it; it must never be derived from that table. A status and actor without
 * a line may do nothing.
 */
const openActs = `
  nothing              supplier    deposit
  draft                supplier    deposit

  deposited            platform    askValidation1 startRouting makeAvailable reject
  toValidate1          platform    lapseValidation1 reportWrongValidator
  toValidate1          validator   validate1 refuseValidation1 reportWrongValidator
  validated1           platform    askValidation2 startRouting
  validationOverdue1   platform    askValidation2 startRouting
  toValidate2          platform    lapseValidation2 reportWrongValidator
  toValidate2          validator   validate2 refuseValidation2 reportWrongValidator
  validated2           platform    startRouting
  validationOverdue2   platform    startRouting
  wrongValidator       supplier    correctValidator
  inRouting            platform    makeAvailable reject

  madeAvailable        buyer       takeInCharge askReroute suspend refuse approve orderPayment handToAccountant
  madeAvailable        accountant  takeInCharge approve orderPayment handToAccountant book startPayment
  takenInCharge        buyer       askReroute suspend refuse approve orderPayment handToAccountant
  takenInCharge        accountant  approve orderPayment handToAccountant book startPayment
  completed            buyer       takeInCharge askReroute suspend refuse approve orderPayment handToAccountant
  completed            accountant  takeInCharge approve orderPayment handToAccountant book startPayment

  toReroute            supplier    reroute
  suspended            supplier    complete
  suspended            buyer       refuse

  serviceConfirmed     buyer       suspend refuse orderPayment handToAccountant
  serviceConfirmed     accountant  orderPayment handToAccountant book startPayment
  paymentOrdered       buyer       handToAccountant
  paymentOrdered       accountant  handToAccountant book startPayment
  handedToAccountant   accountant  book startPayment
  booked               accountant  startPayment
  inPayment            accountant  returnPayment
`;

/** An accounting system may tell late: kept in the history, and the invoice stays where it is. */
const lateActs = `
  serviceConfirmed     accountant  takeInCharge
  paymentOrdered       accountant  takeInCharge approve
  handedToAccountant   accountant  takeInCharge approve orderPayment
  booked               accountant  takeInCharge approve orderPayment handToAccountant
  inPayment            accountant  takeInCharge approve orderPayment handToAccountant book
`;

/** Where each act leads, and what it asks for. */
const targets = `
  deposit               deposited
  askValidation1        toValidate1
  validate1             validated1           comment
  refuseValidation1     validationRefused1   reason
  lapseValidation1      validationOverdue1
  askValidation2        toValidate2
  validate2             validated2           comment
  refuseValidation2     validationRefused2   reason
  lapseValidation2      validationOverdue2
  reportWrongValidator  wrongValidator
  correctValidator      toValidate1
  startRouting          inRouting
  makeAvailable         madeAvailable
  reject                rejected             reason
  takeInCharge          takenInCharge
  askReroute            toReroute            reason
  reroute               madeAvailable
  suspend               suspended            reason
  complete              completed
  refuse                refused              reason
  approve               serviceConfirmed
  orderPayment          paymentOrdered
  handToAccountant      handedToAccountant
  book                  booked
  startPayment          inPayment
  returnPayment         booked               reason
`;

const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.split(/\s+/));

const actsIn = (table: string, status: Status | 'nothing', actor: ActorKind): readonly string[] =>
  rowsOf(table)
    .find(([rowStatus, rowActor]) => rowStatus === status && rowActor === actor)
    ?.slice(2) ?? [];

/** What the review says of one act of one actor in one status. */
export const reviewed = (
  status: Status | 'nothing',
  action: Action,
  actor: ActorKind,
): 'moves' | 'recordedOnly' | 'closed' => {
  if (actsIn(openActs, status, actor).includes(action)) return 'moves';
  return actsIn(lateActs, status, actor).includes(action) ? 'recordedOnly' : 'closed';
};

/** Acts with the status they lead to and what they require. */
export const reviewedTargets: readonly (readonly string[])[] = rowsOf(targets);

/** Every line of the two tables, for a check that they speak of things that exist. */
export const reviewedLines: readonly (readonly string[])[] = [...rowsOf(openActs), ...rowsOf(lateActs)];
