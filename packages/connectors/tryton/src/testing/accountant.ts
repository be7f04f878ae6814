import { recordingClient } from '@parvis/connector-kit/recording-client';
import { z } from 'zod';
import { type Account, makeTrytonClient, type TrytonClient } from '../protocol/tryton-client.js';
import { dateValue, decimalValue, toDateValue, toDecimalValue } from '../protocol/values.js';

/** The entity's accountant at work in Tryton: what the tests need a person for, and the connector never does. */
export interface TrytonAccountant {
  readonly client: TrytonClient;
  /** The bill with the supplier's number, once it is there. */
  findBill(reference: string): Promise<string | undefined>;
  validate(billId: string): Promise<void>;
  post(billId: string): Promise<void>;
  /** The steps of a payment, one by one. */
  approvePayment(billId: string): Promise<void>;
  processPayment(billId: string): Promise<void>;
  confirmPayment(billId: string): Promise<void>;
  /** All three. */
  pay(billId: string): Promise<void>;
  returnPayment(billId: string, reason: string): Promise<void>;
  cancel(billId: string, reason: string): Promise<void>;
}

const idRow = z.object({ id: z.int() });
const ids = z.array(z.int()).min(1);
const payable = z.object({
  total_amount: decimalValue,
  number: z.string().nullable(),
  lines_to_pay: ids,
  party: z.int(),
  company: z.int(),
  invoice_date: dateValue,
});

export const makeAccountant = (account: Account): TrytonAccountant => {
  const session = { signedIn: undefined, references: undefined };
  const client = makeTrytonClient(account, session, recordingClient({ privateTargets: true }));

  const press = async (model: string, button: string, id: number) => {
    await client.call(model, button, [[id]], z.unknown());
  };
  const note = async (resource: string, message: string) => {
    await client.call('ir.note', 'create', [[{ resource, message }]], ids);
  };
  const paymentOf = async (billId: string): Promise<number> => {
    const domain = [['line.move.origin', '=', `account.invoice,${billId}`]];
    const search = { domain, limit: 1, order: [['id', 'DESC']] as const, fields: ['id'] };
    const [row] = await client.search('account.payment', search, idRow);
    if (!row) throw new Error(`bill ${billId} has no payment`);
    return row.id;
  };
  const approvePayment = async (billId: string) =>
    press('account.payment', 'approve', await createPayment(client, billId));
  const processPayment = async (billId: string) =>
    runWizard(client, 'account.payment.process', await paymentOf(billId), ['process', { start: {} }]);
  const confirmPayment = async (billId: string) => {
    const [row] = await client.search(
      'account.invoice',
      billById(billId, ['invoice_date']),
      z.object({ invoice_date: dateValue }),
    );
    const date = toDateValue(row?.invoice_date ?? '');
    await runWizard(client, 'account.payment.succeed', await paymentOf(billId), [
      'succeed',
      { start: { date } },
    ]);
  };

  return {
    client,
    findBill: async (reference) => {
      const search = { domain: [['reference', '=', reference]], limit: 1, fields: ['id'] };
      const [row] = await client.search('account.invoice', search, idRow);
      return row && String(row.id);
    },
    validate: (billId) => press('account.invoice', 'validate_invoice', Number(billId)),
    post: (billId) => press('account.invoice', 'post', Number(billId)),
    approvePayment,
    processPayment,
    confirmPayment,
    pay: async (billId) => {
      await approvePayment(billId);
      await processPayment(billId);
      await confirmPayment(billId);
    },
    returnPayment: async (billId, reason) => {
      const payment = await paymentOf(billId);
      await note(`account.payment,${payment}`, reason);
      await press('account.payment', 'fail', payment);
    },
    cancel: async (billId, reason) => {
      await note(`account.invoice,${billId}`, reason);
      await press('account.invoice', 'cancel', Number(billId));
    },
  };
};

const billById = (billId: string, fields: readonly string[]) => ({
  domain: [['id', '=', Number(billId)]],
  fields,
});

const createPayment = async (client: TrytonClient, billId: string): Promise<number> => {
  const fields = ['total_amount', 'number', 'lines_to_pay', 'party', 'company', 'invoice_date'];
  const [bill] = await client.search('account.invoice', billById(billId, fields), payable);
  if (!bill) throw new Error(`there is no bill ${billId}`);
  const [journal] = await client.search(
    'account.payment.journal',
    { domain: [], limit: 1, fields: ['id'] },
    idRow,
  );
  const payment = {
    company: bill.company,
    journal: journal?.id,
    kind: 'payable',
    party: bill.party,
    line: bill.lines_to_pay[0],
    amount: toDecimalValue(bill.total_amount),
    date: toDateValue(bill.invoice_date),
    description: bill.number,
  };
  const [created] = await client.call('account.payment', 'create', [[payment]], ids);
  if (created === undefined) throw new Error(`no payment was made for bill ${billId}`);
  return created;
};

/** A wizard is three calls: opened, one step taken, closed. */
const runWizard = async (
  client: TrytonClient,
  name: string,
  payment: number,
  [step, form]: readonly [string, object],
): Promise<void> => {
  const [wizard] = await client.invoke(`wizard.${name}.create`, [], z.tuple([z.int()]).rest(z.unknown()));
  const active = { active_id: payment, active_ids: [payment], active_model: 'account.payment' };
  await client.invoke(`wizard.${name}.execute`, [wizard, form, step], z.unknown(), active);
  await client.invoke(`wizard.${name}.delete`, [wizard], z.unknown());
};
