import type { Invoice, PaymentInstruction } from '@parvis/domain/invoice/invoice';
import { type Html, html } from './html.js';
import { type Pen, pairs, part } from './readable-page.js';
import { paymentMeans } from './words.js';

/** How to pay: means, account, reference, terms. */
export const paymentPart = (pen: Pen, { payments, paymentTerms }: Invoice): Html | undefined => {
  const blocks = payments.map((payment) =>
    pairs(
      paymentEntries(pen, payment).map(([name, value, isAccount]) => [
        name,
        isAccount ? html`<span class="code">${value}</span>` : value,
      ]),
    ),
  );
  const shown = blocks.filter((block) => block);
  const terms = paymentTerms ? html`<p class="small pre">${paymentTerms}</p>` : undefined;
  if (shown.length === 0 && !terms) return undefined;
  return part(pen.word('payment'), html`${shown}${terms}`);
};

/** What one way of paying says, each with its name; accounts are told apart, as they are copied digit by digit. */
export const paymentEntries = (
  pen: Pen,
  payment: PaymentInstruction,
): (readonly [name: string, value: string, isAccount?: boolean])[] => {
  const { remittanceInformation, creditTransfer, card, directDebit } = payment;
  const account = creditTransfer?.account ?? '';
  const entries: (readonly [string, string, boolean?])[] = [
    [pen.word('means'), meansText(pen, payment)],
    [isIban(account) ? pen.word('iban') : pen.word('account'), accountText(account), true],
    [pen.word('accountHolder'), creditTransfer?.accountName ?? ''],
    [pen.word('bic'), creditTransfer?.serviceProvider ?? ''],
    [pen.word('remittance'), remittanceInformation ?? ''],
    [
      pen.word('card'),
      [card?.lastDigits && `…${card.lastDigits}`, card?.holderName].filter((text) => text).join(' '),
    ],
    [pen.word('mandate'), directDebit?.mandateReference ?? ''],
    [pen.word('creditor'), directDebit?.creditorIdentifier ?? ''],
    [pen.word('debited'), accountText(directDebit?.debitedAccount ?? ''), true],
  ];
  return entries.filter(([, value]) => value !== '');
};

/** The sender's own words first, then what the code means. */
const meansText = (pen: Pen, { meansCode, meansText: text }: PaymentInstruction): string => {
  const known = meansCode === undefined ? undefined : paymentMeans[meansCode];
  return text || (known ? pen.say(known) : (meansCode ?? ''));
};

const isIban = (account: string): boolean => /^[A-Z]{2}\d{2}[A-Z\d\s]{10,}$/.test(account);

/** An IBAN in groups of four, as on paper. */
const accountText = (account: string): string =>
  isIban(account) ? account.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ') : account;
