import { createHash } from 'node:crypto';
import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { Refused } from '../failures.js';
import { parseJson } from '../understood.js';
import { type Drop, isNameable, LARGEST_READ } from './drop.js';

/**
 * What we keep in mind of a bill handed over: the software takes files away from the folder, so that an empty folder
 * says nothing. It is written once every file lies there whole under a name of its own, and before any gets its final
 * name: from then on the bill is delivered exactly once, whoever finishes it.
 */
const receipt = z.object({
  key: z.string().transform((key) => key as DeliveryKey),
  /** SHA-256 of what the bill says, times of writing left out. */
  content: z.string(),
  invoiceNumber: z.string(),
  supplierIdentifier: z.string(),
  /** With VAT, credit notes below zero. */
  gross: z.string(),
  writtenAt: z.iso.datetime(),
  /** In the order in which they get their final names. */
  files: z.array(z.object({ part: z.string(), name: z.string(), sha256: z.string(), bytes: z.int() })),
});

export type Receipt = z.infer<typeof receipt>;

/** Other folders beside them hold other things. */
export const isReceiptFolder = (name: string): boolean => /^[0-9a-f]{24}$/.test(name);

/** One folder for each supplier's number: what comes back names a bill by these two. */
export const receiptFolder = (
  sentFolder: string,
  { supplierIdentifier, invoiceNumber }: Pick<Receipt, 'supplierIdentifier' | 'invoiceNumber'>,
): string => `${sentFolder}/${sha256(Buffer.from(`${supplierIdentifier}\n${invoiceNumber}`)).slice(0, 24)}`;

const flowPointer = receipt.pick({ key: true });

/** Answers about a whole flow name it and nothing else: what it carried stands here. */
export const flowPath = (sentFolder: string, flowId: string): string =>
  `${flowsFolder(sentFolder)}/${sha256(Buffer.from(flowId)).slice(0, 24)}.json`;

export const flowsFolder = (sentFolder: string): string => `${sentFolder}/flux`;

/** The key of the bill that a flow carried. */
export const keyOfFlow = async (
  drop: Drop,
  sentFolder: string,
  flowId: string,
): Promise<DeliveryKey | undefined> => {
  const path = flowPath(sentFolder, flowId);
  const bytes = ((await drop.size(path)) ?? 0) > LARGEST_READ ? undefined : await drop.read(path);
  return bytes && flowPointer.safeParse(parseJson(bytes)).data?.key;
};

/** As a file name: `parvis-<uuid>-<revision>`. */
export const nameOfKey = (key: DeliveryKey): string => key.replaceAll(':', '-');

export const readReceipt = async (drop: Drop, path: string): Promise<Receipt | undefined> => {
  const bytes = await drop.read(path);
  if (!bytes) return undefined;
  const parsed = receipt.safeParse(parseJson(bytes));
  if (!parsed.success) throw unreadable(path);
  return parsed.data;
};

/** Of every hand-over in this folder, the newest first; one that somebody has spoilt is left out. */
export const receiptsIn = async (drop: Drop, folder: string): Promise<readonly Receipt[]> => {
  const entries = (await drop.list(folder)) ?? [];
  const receipts: Receipt[] = [];
  for (const { name, bytes: size } of entries) {
    const isReceipt = name.endsWith('.json') && isNameable(name) && size <= LARGEST_READ;
    const bytes = isReceipt ? await drop.read(`${folder}/${name}`) : undefined;
    const parsed = bytes && receipt.safeParse(parseJson(bytes));
    if (parsed?.success) receipts.push(parsed.data);
  }
  return receipts.toSorted((one, other) => (one.writtenAt < other.writtenAt ? 1 : -1));
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const unreadable = (path: string): Refused =>
  new Refused(
    'answer-not-understood',
    say(
      `Le reçu « ${path} » est illisible : quelqu’un l’a modifié. Vérifiez si la facture est arrivée ; sinon supprimez ce fichier et renvoyez la facture.`,
      `The receipt "${path}" cannot be read: somebody changed it. See whether the invoice arrived; if not, delete that file and send again.`,
    ),
  );
