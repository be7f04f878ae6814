import type {
  AccountingConnector,
  BillPreview,
  BillsPage,
  BillThereNow,
  DeliveryKey,
  InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import type { Bilingual } from '@parvis/domain/display/language';
import type { ConnectorTools } from '../connector-tools.js';
import { asOutcome, asUnavailable, Refused } from '../failures.js';
import { checkDrop, makeFolders } from './check-drop.js';
import type { Drop, WithDrop } from './drop.js';
import { type DropSettings, openDrop } from './drop-settings.js';
import { type BillFiles, handOver } from './hand-over.js';
import { type FileNews, readDropNews } from './read-drop-news.js';
import { isReceiptFolder, nameOfKey, type Receipt, receiptsIn } from './receipts.js';

/** What one kind of file exchange writes and reads; where the files lie is the same for all. */
export interface DropDialect {
  readonly system: string;
  /** Throws `Refused` for an invoice that the format cannot hold. */
  encode(envelope: InvoiceEnvelope, key: DeliveryKey): Promise<BillFiles>;
  /** What differs between a file as it lies there and the invoice, in words. */
  differences(envelope: InvoiceEnvelope, name: string, bytes: Uint8Array): readonly Bilingual[];
  decode(name: string, bytes: Uint8Array, seenBefore: boolean): FileNews;
  preview(envelope: InvoiceEnvelope): Promise<BillPreview>;
}

/** A connector over files. */
export const dropConnector = (
  settings: DropSettings & { readonly pageSize: number },
  tools: ConnectorTools,
  dialect: DropDialect,
  open: WithDrop = openDrop(settings, tools),
): AccountingConnector => ({
  system: dialect.system,
  check: () => checkDrop(settings, open, tools.exchangeFolder),

  preview: (envelope) =>
    asOutcome(async () => ({ kind: 'preview' as const, bill: await dialect.preview(envelope) })),

  deliver: (envelope, key) =>
    asOutcome(async () => {
      const bill = await dialect.encode(envelope, key);
      const kind = await open((drop) =>
        withFolders(settings, drop, () =>
          handOver(
            {
              drop,
              folders: settings,
              now: tools.now,
              mark: tools.mark,
              differences: (name, bytes) => dialect.differences(envelope, name, bytes),
            },
            key,
            bill,
          ),
        ),
      );
      return { kind, reference: { id: nameOfKey(key) } };
    }),

  statusesAfter: (cursor) =>
    asUnavailable(() =>
      open((drop) =>
        readDropNews(
          {
            drop,
            now: tools.now,
            folders: settings,
            pageSize: settings.pageSize,
            readFile: (name, bytes, seenBefore) => dialect.decode(name, bytes, seenBefore),
          },
          cursor,
        ),
      ),
    ),

  billsThere: (after) => asUnavailable(() => open((drop) => billsPage(drop, settings, after))),
});

/** A place nobody has prepared is prepared by the first invoice. */
const withFolders = async <Answer>(
  settings: DropSettings,
  drop: Drop,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'reference-data-missing')) throw error;
    if ((await makeFolders(settings, drop)).length === 0) throw error;
    return work();
  }
};

/** What we handed over, by our own receipts: what the software made of it, it does not tell. */
const billsPage = async (
  drop: Drop,
  { sentFolder, pageSize }: { readonly sentFolder: string; readonly pageSize: number },
  after: string | null,
): Promise<BillsPage> => {
  const folders = ((await drop.folders(sentFolder)) ?? []).filter(
    (name) => isReceiptFolder(name) && (after === null || name > after),
  );
  const page = folders.slice(0, pageSize);
  const bills: BillThereNow[] = [];
  for (const folder of page) bills.push(...billsOf(await receiptsIn(drop, `${sentFolder}/${folder}`)));
  return { kind: 'page', bills, next: folders.length > page.length ? (page.at(-1) ?? null) : null };
};

/** An invoice handed over again takes the place of its earlier hand-over. */
const billsOf = (receipts: readonly Receipt[]): readonly BillThereNow[] => {
  const replaced = new Set<string>();
  return receipts.map(({ key, invoiceNumber, supplierIdentifier, gross }) => {
    const [invoice = key] = /^parvis:[^:]+/.exec(key) ?? [];
    const cancelled = replaced.has(invoice);
    replaced.add(invoice);
    return {
      reference: { id: nameOfKey(key) },
      key,
      invoiceNumber,
      supplierIdentifier,
      gross,
      sourceCode: 'deposee',
      cancelled,
    };
  });
};
