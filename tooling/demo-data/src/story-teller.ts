import { Readable } from 'node:stream';
import type { DeliverInvoice } from '@parvis/application/accounting/deliver-invoice';
import type { PullStatuses } from '@parvis/application/accounting/pull-statuses';
import type { ReceiveUpload } from '@parvis/application/documents/receive-upload';
import type { ApplyTransition, ApplyTransitionCommand } from '@parvis/application/invoice/apply-transition';
import type { DepositInvoice } from '@parvis/application/invoice/deposit-invoice';
import type { RouteInvoice } from '@parvis/application/invoice/route-invoice';
import type { Work } from '@parvis/application/ports/work';
import type { Person } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Result } from '@parvis/domain/result/result';
import { addDays, calendarDay } from '@parvis/domain/time/paris';
import { ciiFile } from './cii-file.js';
import type { DemoInvoice } from './demo-invoice.js';
import { demoPeople } from './demo-people.js';
import type { DemoStep, DemoStory } from './demo-stories.js';
import { connectionIds, structureIds } from './demo-structures.js';
import { facturXFile } from './factur-x-file.js';
import { supportingPaper } from './supporting-paper.js';
import { ublFile } from './ubl-file.js';

/** The acts that stories are made of: the very use cases that people and machines use. */
export interface StoryActs {
  readonly work: Work;
  readonly deposit: DepositInvoice;
  readonly route: RouteInvoice;
  readonly apply: ApplyTransition;
  readonly upload: ReceiveUpload;
  readonly deliver: DeliverInvoice;
  readonly pull: PullStatuses;
  /** What the entity's accountant does with the bill, in the books themselves. */
  readonly keepBooks: (bill: {
    readonly remoteId: string;
    readonly act: string;
    readonly at: Date;
  }) => Promise<void>;
  /** The time the acts believe it is. */
  readonly clock: { now: Date };
}

const DAY_MS = 86_400_000;

/** Lives through one story. An invoice that is there already, from a start cut short, is left as it is. */
export const tellStory = async (
  acts: StoryActs,
  { invoice, format, depositedDaysAgo, steps }: DemoStory,
  today: Date,
): Promise<void> => {
  // During office hours, each at a minute of its own.
  const deposited = new Date(today.getTime() - depositedDaysAgo * DAY_MS);
  deposited.setUTCHours(
    8 + (invoice.number.charCodeAt(invoice.number.length - 1) % 8),
    depositedDaysAgo % 60,
    0,
    0,
  );
  const issueDate = addDays(calendarDay(deposited), -2);
  const complete: DemoInvoice = {
    ...invoice,
    issueDate,
    dueDate: addDays(issueDate, invoice.recipient === 'hospital' ? 50 : 30),
  };

  acts.clock.now = deposited;
  const supplier = await personOf(acts.work, invoice.supplier);
  const receipt = await acts.deposit({ file: await fileOf(complete, format), channel: 'portal' }, supplier);
  if (!receipt.ok) {
    if (receipt.refusal.code === 'number-already-used') return;
    throw new Error(
      `the demonstration's invoice ${invoice.number} was refused: ${JSON.stringify(receipt.refusal)}`,
    );
  }
  acts.clock.now = new Date(deposited.getTime() + 20_000);
  await acts.route(receipt.value.ref);
  for (const step of steps) {
    acts.clock.now = new Date(deposited.getTime() + step.afterDays * DAY_MS + 5_400_000);
    await live(acts, receipt.value.ref, complete, step);
  }
};

const live = async (
  acts: StoryActs,
  ref: InvoiceRef,
  invoice: DemoInvoice,
  step: DemoStep,
): Promise<void> => {
  if ('books' in step) return liveInBooks(acts, ref, invoice, step);
  const bySupplier = step.act === 'complete';
  const actor = await personOf(acts.work, bySupplier ? invoice.supplier : invoice.recipient);
  const command: ApplyTransitionCommand = {
    ref,
    action: step.act,
    ...(step.reason ? { reason: { code: step.reason } } : {}),
    ...(step.comment ? { comment: step.comment } : {}),
    ...(bySupplier ? { attachmentUploadIds: [await uploadPaper(acts, invoice, actor)] } : {}),
  };
  required(await acts.apply(command, actor), `${step.act} of ${invoice.number}`);
  const connectionId = connectionOf(invoice);
  if (step.act === 'approve' && connectionId) await acts.deliver({ ref, connectionId });
};

const liveInBooks = async (
  acts: StoryActs,
  ref: InvoiceRef,
  invoice: DemoInvoice,
  { books, afterDays }: Extract<DemoStep, { readonly books: string }>,
): Promise<void> => {
  const connectionId = connectionOf(invoice);
  if (!connectionId) return;
  const delivery = await acts.work.run(({ deliveries }) => deliveries.find(ref, connectionId));
  if (!delivery?.remoteId) throw new Error(`${invoice.number} is not in the books after ${afterDays} days`);
  await acts.keepBooks({ remoteId: delivery.remoteId, act: books, at: acts.clock.now });
  await acts.pull({ recipientId: ref.recipientId, connectionId });
};

const fileOf = async (invoice: DemoInvoice, format: DemoStory['format']) => {
  switch (format) {
    case 'ubl':
      return { fileName: `${invoice.number}.xml`, bytes: ublFile(invoice) };
    case 'cii':
      return { fileName: `${invoice.number}-cii.xml`, bytes: ciiFile(invoice) };
    case 'factur-x':
      return { fileName: `${invoice.number}.pdf`, bytes: await facturXFile(invoice) };
  }
};

const uploadPaper = async (acts: StoryActs, { number }: DemoInvoice, actor: Person): Promise<string> => {
  const bytes = await supportingPaper(
    `Justificatif ${number}`,
    `Document demande pour la facture ${number}.`,
  );
  const upload = {
    stream: Readable.from([bytes]),
    fileName: `justificatif-${number}.pdf`,
    mediaType: 'application/pdf',
  };
  return required(await acts.upload(upload, actor), `a paper for ${number}`).id;
};

const personOf = async (
  work: Work,
  structure: DemoInvoice['supplier'] | DemoInvoice['recipient'],
): Promise<Person> => {
  const userId = demoPeople.find((person) => person.structure === structure)?.userId;
  const person = userId && (await work.run(({ accounts }) => accounts.findPerson(userId, new Date())));
  if (!person) throw new Error(`nobody works for ${structure} (${structureIds[structure]})`);
  return person;
};

const connectionOf = ({ recipient }: DemoInvoice): string | undefined =>
  recipient === 'state' ? undefined : connectionIds[recipient];

const required = <Value>(result: Result<Value, unknown>, what: string): Value => {
  if (result.ok) return result.value;
  throw new Error(`the demonstration: ${what} was refused: ${JSON.stringify(result.refusal)}`);
};
