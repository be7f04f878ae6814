import type { Invoice, PaymentInstruction } from '@parvis/domain/invoice/invoice';
import { type Html, html } from './html.js';
import { type Pen, pairs, part } from './readable-page.js';
import { paymentMeans } from './words.js';

/** How to pay: means, account, reference, terms. */
export const paymentPart = (pen: Pen, { payments, paymentTerms }: Invoice): Html | undefined => {
  const blocks = payments.map((payment) => pairs(instruction(pen, payment))).filter((block) => block);
  const terms = paymentTerms ? html`<p class="small pre">${paymentTerms}</p>` : undefined;
  if (blocks.length === 0 && !terms) return undefined;
  return part(pen.word('payment'), html`${blocks}${terms}`);
};

const instruction = (pen: Pen, payment: PaymentInstruction): [string, string | Html | undefined][] => {
  const { meansCode, meansText, remittanceInformation, creditTransfer, card, directDebit } = payment;
  const known = meansCode === undefined ? undefined : paymentMeans[meansCode];
  const account = creditTransfer?.account;
  return [
    [pen.word('means'), meansText ?? (known && pen.say(known))],
    [isIban(account) ? pen.word('iban') : pen.word('account'), account && accountText(account)],
    [pen.word('accountHolder'), creditTransfer?.accountName],
    [pen.word('bic'), creditTransfer?.serviceProvider],
    [pen.word('remittance'), remittanceInformation],
    [
      pen.word('card'),
      card && [card.lastDigits && `…${card.lastDigits}`, card.holderName].filter((text) => text).join(' '),
    ],
    [pen.word('mandate'), directDebit?.mandateReference],
    [pen.word('creditor'), directDebit?.creditorIdentifier],
    [pen.word('debited'), directDebit?.debitedAccount && accountText(directDebit.debitedAccount)],
  ];
};

const isIban = (account: string | undefined): boolean => /^[A-Z]{2}\d{2}[A-Z\d\s]{10,}$/.test(account ?? '');

/** An IBAN in groups of four, as on paper. */
const accountText = (account: string): Html =>
  html`<span class="code">${isIban(account) ? account.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ') : account}</span>`;
