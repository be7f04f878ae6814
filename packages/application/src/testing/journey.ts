import type { Actor } from '@parvis/domain/access/actor';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import type { Result } from '@parvis/domain/result/result';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { makeReceiveUpload } from '../documents/receive-upload.js';
import { type ApplyTransitionCommand, makeApplyTransition } from '../invoice/apply-transition.js';
import { type DepositInvoiceCommand, makeDepositInvoice } from '../invoice/deposit-invoice.js';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import { makeRouteInvoice } from '../invoice/route-invoice.js';
import { alice, claire } from './cast.js';
import { fileOf } from './fake-files.js';
import { type FakeWorld, streamOf } from './fake-world.js';

/** The value of an act that the test takes for granted. */
export const granted = <Value, Refusal>(result: Result<Value, Refusal>): Value => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

/** The refusal that the test is about. */
export const refusalOf = <Value, Refusal>(result: Result<Value, Refusal>): Refusal => {
  if (result.ok) throw new Error('not refused');
  return result.refusal;
};

/** What Alice deposits, unless told otherwise. */
export const depositCommand = (
  invoice: Invoice = anInvoice(),
  change: Partial<DepositInvoiceCommand> = {},
): DepositInvoiceCommand => ({ file: fileOf(invoice), channel: 'portal', ...change });

export const deposit = async (world: FakeWorld, invoice: Invoice = anInvoice()): Promise<InvoiceRef> =>
  granted(await makeDepositInvoice(world)(depositCommand(invoice), alice)).ref;

/** An invoice the hospital has before it. */
export const received = async (world: FakeWorld, invoice: Invoice = anInvoice()): Promise<InvoiceRef> => {
  const ref = await deposit(world, invoice);
  await makeRouteInvoice(world)(ref);
  return ref;
};

/** Claire acts, or whoever is named. */
export const act = (
  world: FakeWorld,
  ref: InvoiceRef,
  action: Action,
  { actor = claire, ...change }: Partial<ApplyTransitionCommand> & { readonly actor?: Actor } = {},
) => makeApplyTransition(world)({ ref, action, ...change }, actor);

/** A few bytes of what the name promises. */
const contentFor = (fileName: string): string =>
  fileName.endsWith('.pdf')
    ? '%PDF-1.7 du texte'
    : fileName.endsWith('.xlsx')
      ? 'PK\u0003\u0004'
      : 'du texte';

export const upload = async (
  world: FakeWorld,
  fileName: string,
  {
    content = contentFor(fileName),
    actor = alice,
  }: { readonly content?: string; readonly actor?: Actor } = {},
): Promise<string> => {
  const file = { stream: streamOf(content), fileName, mediaType: 'application/octet-stream' };
  return granted(await makeReceiveUpload(world)(file, actor)).id;
};

export const stored = async (world: FakeWorld, ref: InvoiceRef): Promise<StoredInvoice> => {
  const invoice = await world.work.run(({ invoices }) => invoices.find(ref));
  if (!invoice) throw new Error('no such invoice');
  return invoice;
};

export const history = (world: FakeWorld, ref: InvoiceRef) =>
  world.work.run(({ invoices }) => invoices.eventsOf(ref));

export const statusesOf = async (world: FakeWorld, ref: InvoiceRef) =>
  (await history(world, ref)).map(({ to }) => to);
