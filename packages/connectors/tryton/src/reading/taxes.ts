import { Refused } from '@parvis/connector-kit/failures';
import type { Choice } from '@parvis/connector-kit/set-up';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import { decimalValue } from '../protocol/values.js';
import type { PurchaseTax } from '../reference-data.js';
import type { TrytonSettings } from '../settings.js';
import { readCompany } from './company.js';

const taxRow = z.object({
  id: z.int(),
  name: z.string(),
  rate: decimalValue,
  invoice_account: z.int(),
  credit_note_account: z.int(),
});

/** Percentages on purchases, the oldest first; parts of a grouped tax are left to Tryton. */
export const readTaxes = async (client: TrytonClient): Promise<readonly PurchaseTax[]> => {
  const domain = [
    ['company', '=', await readCompany(client)],
    ['type', '=', 'percentage'],
    ['parent', '=', null],
    ['invoice_account', '!=', null],
    ['credit_note_account', '!=', null],
    ['OR', ['group', '=', null], ['group.kind', 'in', ['purchase', 'both']]],
  ];
  const fields = ['name', 'rate', 'invoice_account', 'credit_note_account'];
  const rows = await client.search('account.tax', { domain, order: [['id', 'ASC']], fields }, taxRow);
  return rows.map(({ id, name, rate, invoice_account, credit_note_account }) => ({
    id,
    name,
    rate: rate.times(Decimal.of(100)),
    account: invoice_account,
    creditNoteAccount: credit_note_account,
  }));
};

export const taxChoices = async (client: TrytonClient): Promise<readonly Choice[]> =>
  (await readTaxes(client)).map(({ name }) => ({ value: name, label: name }));

export type TaxFor = (rate: Decimal) => PurchaseTax | undefined;

/** A rate of zero needs no tax; a rate that Tryton does not know stops the delivery. */
export const taxesFor =
  (taxes: readonly PurchaseTax[], rules: TrytonSettings['taxes']): TaxFor =>
  (rate) => {
    if (rate.isZero()) return undefined;
    const named = rules.find((rule) => Decimal.of(rule.rate).equals(rate))?.name;
    const tax = taxes.find(
      (known) => known.rate.equals(rate) && (named === undefined || known.name === named),
    );
    if (!tax) throw missingTax(rate, named);
    return tax;
  };

const missingTax = (rate: Decimal, name: string | undefined): Refused =>
  new Refused(
    'reference-data-missing',
    say(
      `Il manque dans Tryton une taxe d’achat à ${rate} %${name ? ` nommée « ${name} »` : ''}.`,
      `Tryton has no purchase tax of ${rate} %${name ? ` named "${name}"` : ''}.`,
    ),
  );
