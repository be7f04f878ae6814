import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { MarkPoint } from '@parvis/application/ports/platform';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { Refused } from '../failures.js';
import type { Drop } from './drop.js';
import { cutShort } from './drop-failures.js';
import {
  flowPath,
  flowsFolder,
  nameOfKey,
  type Receipt,
  readReceipt,
  receiptFolder,
  sha256,
} from './receipts.js';
import { partName, writeOnce } from './write-once.js';

/** A bill as files. */
export interface BillFiles {
  /** What the bill says, for telling whether two hand-overs are the same; times of writing left out. */
  readonly content: string;
  /** By which answers about the flow as a whole name it, where there are such answers. */
  readonly flowId?: string;
  readonly invoiceNumber: string;
  readonly supplierIdentifier: string;
  /** With VAT, credit notes below zero. */
  readonly gross: string;
  /** The one by which the software notices the bill comes last. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface HandOver {
  readonly drop: Drop;
  readonly folders: { readonly inFolder: string; readonly sentFolder: string };
  readonly now: () => Date;
  readonly mark: MarkPoint;
  /** What differs between a file read back and the invoice, in words. */
  readonly differences: (name: string, bytes: Uint8Array) => readonly Bilingual[];
}

/**
 * Writes every file under a name that readers leave alone, reads it back, keeps a receipt, then gives each its final
 * name. Whatever dies in between, the next call finds where it stood: a part that still lies there was not handed over,
 * one that is gone was. Throws `Refused`, `NotNow` and `NoAnswer`.
 */
export const handOver = async (
  there: HandOver,
  key: DeliveryKey,
  bill: BillFiles,
): Promise<'accepted' | 'alreadyKnown'> => {
  const { drop, folders, mark } = there;
  const folder = receiptFolder(folders.sentFolder, bill);
  const path = `${folder}/${nameOfKey(key)}.json`;
  const known = await readReceipt(drop, path);
  if (known && known.content !== sha256(Buffer.from(bill.content)))
    throw saysSomethingElse(bill.invoiceNumber);
  const receipt = known ?? (await prepare(there, { key, bill, folder, path }));
  mark('deliver.createdThere');
  for (const file of receipt.files) await giveName(drop, folders.inFolder, file);
  mark('deliver.attachedThere');
  return known ? 'alreadyKnown' : 'accepted';
};

interface Prepared {
  readonly key: DeliveryKey;
  readonly bill: BillFiles;
  readonly folder: string;
  readonly path: string;
}

/** Every file whole in its place under a passing name, and the receipt that names them. */
const prepare = async (there: HandOver, { key, bill, folder, path }: Prepared): Promise<Receipt> => {
  const { drop, folders, now } = there;
  const files: Receipt['files'][number][] = [];
  for (const { name, bytes } of bill.files) {
    const part = partName(name);
    files.push({ part, name, sha256: sha256(bytes), bytes: bytes.length });
    await drop.create(`${folders.inFolder}/${part}`, bytes);
    await readBack(there, { path: `${folders.inFolder}/${part}`, name, bytes });
  }
  const { content, invoiceNumber, supplierIdentifier, gross } = bill;
  const receipt: Receipt = {
    key,
    content: sha256(Buffer.from(content)),
    invoiceNumber,
    supplierIdentifier,
    gross,
    writtenAt: now().toISOString(),
    files,
  };
  if (bill.flowId !== undefined) await noteFlow(there, key, bill.flowId);
  await drop.makeFolder(folder);
  const written = await writeOnce(drop, path, Buffer.from(JSON.stringify(receipt, undefined, 2)));
  if (written === 'written') return receipt;
  // Somebody else prepared the same bill at this moment, and may have handed it over by now.
  for (const { part } of files) await drop.remove(`${folders.inFolder}/${part}`);
  const theirs = await readReceipt(drop, path);
  if (!theirs) throw cutShort(path);
  return theirs;
};

const noteFlow = async ({ drop, folders }: HandOver, key: DeliveryKey, flowId: string): Promise<void> => {
  await drop.makeFolder(flowsFolder(folders.sentFolder));
  await writeOnce(drop, flowPath(folders.sentFolder, flowId), Buffer.from(JSON.stringify({ key, flowId })));
};

/** A wrong amount in somebody's books is worse than a late one: nothing of it stays. */
const readBack = async (
  { drop, differences }: HandOver,
  { path, name, bytes }: { readonly path: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<void> => {
  const read = await drop.read(path);
  if (!read || sha256(read) !== sha256(bytes)) {
    await drop.remove(path);
    throw cutShort(path);
  }
  const found = differences(name, read);
  if (found.length === 0) return;
  await drop.remove(path);
  throw new Refused(
    'amount-differs',
    say(found.map(({ fr }) => fr).join(' '), found.map(({ en }) => en).join(' ')),
  );
};

const giveName = async (drop: Drop, inFolder: string, file: Receipt['files'][number]): Promise<void> => {
  const { part, name } = file;
  const moved = await drop.move(`${inFolder}/${part}`, `${inFolder}/${name}`);
  if (moved !== 'exists') return;
  const there = await drop.read(`${inFolder}/${name}`);
  if (there && sha256(there) !== file.sha256) throw nameTaken(name);
  // Ours already: a server that died between giving the new name and taking the old one away.
  if (there) await drop.remove(`${inFolder}/${part}`);
};

const nameTaken = (name: string): Refused =>
  new Refused(
    'validation-refused',
    say(
      `Un autre fichier porte déjà le nom « ${name} » dans le dossier de dépôt, avec un autre contenu. Retirez-le, puis renvoyez la facture.`,
      `Another file is called "${name}" in the drop already, and holds something else. Take it away, then send again.`,
    ),
  );

const saysSomethingElse = (number: string): Refused =>
  new Refused(
    'validation-refused',
    say(
      `La facture ${number} a déjà été déposée sous cette référence, avec un autre contenu ou d’autres pièces. Transmettez à la main ce qui manque.`,
      `Invoice ${number} was handed over under this reference already, with other content or other files. Pass on by hand what is missing.`,
    ),
  );
