import type { CheckInvoiceFileMutation, DepositInvoiceFileMutation } from '../../gql/graphql.js';
import type { CardEvent } from './deposit-card.js';

/** What the gateway's verdict does to the card. */
export const afterCheck = (answer: CheckInvoiceFileMutation['checkInvoice'] | undefined): CardEvent => {
  if (answer?.__typename === 'InvoiceCheck') return { kind: 'checked', verdict: answer };
  return { kind: 'checkFailed', trouble: answer ? refusalOf(answer) : {} };
};

/** What the gateway's answer to a deposit does to the card. */
export const afterDeposit = (answer: DepositInvoiceFileMutation['depositInvoice'] | undefined): CardEvent => {
  switch (answer?.__typename) {
    case 'DepositReceipt':
      return { kind: 'receiptGiven', receipt: answer };
    case 'InvoiceFaulty':
      return { kind: 'foundFaulty', verdict: answer.check };
    case 'NumberAlreadyUsed':
      return { kind: 'numberUsed', message: answer.message, first: answer.first };
    case 'ActRefused':
      return { kind: 'sendFailed', trouble: refusalOf(answer) };
    case undefined:
      return { kind: 'sendFailed', trouble: {} };
  }
};

const refusalOf = ({ message, nextStep }: { readonly message: string; readonly nextStep: string }) => ({
  message,
  nextStep,
});
