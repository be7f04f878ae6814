import { createHash } from 'node:crypto';
import type { EnvelopeFile } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { DolibarrClient } from '../protocol/dolibarr-client.js';
import { numberValue, textValue } from '../protocol/values.js';

const documentRow = z.object({ name: z.string(), size: numberValue.optional(), label: textValue });

/** This list takes a limit of none for a limit of zero. */
const MOST_FILES = 1_000;

type DocumentRow = z.infer<typeof documentRow>;

/**
 * Adds the files that the bill does not hold yet. Each has one name of its own there and none is overwritten: run twice,
 * or by two at once, it leaves each of them once.
 */
export const attachOnce = async (
  client: DolibarrClient,
  bill: { readonly id: string; readonly ref: string },
  files: readonly EnvelopeFile[],
): Promise<void> => {
  const present = await list(client, bill.id);
  const missing = files.filter((file) => !present.some((row) => isSame(row, file, files)));
  for (const file of missing) {
    const body = {
      filename: nameThere(file, files),
      modulepart: 'supplier_invoice',
      ref: bill.ref,
      subdir: '',
      filecontent: Buffer.from(file.bytes).toString('base64'),
      fileencoding: 'base64',
      overwriteifexists: 0,
    };
    try {
      await client.ask({ method: 'POST', path: 'documents/upload', body }, z.unknown());
    } catch (error) {
      // Somebody else has just brought it: it is there.
      const now = await list(client, bill.id);
      if (!now.some((row) => isSame(row, file, files))) throw error;
    }
  }
};

const list = (client: DolibarrClient, id: string): Promise<DocumentRow[]> =>
  client.list(
    {
      path: 'documents',
      filters: [],
      order: 'name',
      limit: MOST_FILES,
      query: { modulepart: 'supplier_invoice', id },
    },
    documentRow,
  );

/** By the MD5 of its content where Dolibarr has noted it; by name and size otherwise. */
const isSame = (
  { name, size, label }: DocumentRow,
  file: EnvelopeFile,
  files: readonly EnvelopeFile[],
): boolean =>
  label === createHash('md5').update(file.bytes).digest('hex') ||
  (size === file.bytes.length && [nameThere(file, files), `${nameThere(file, files)}.noexe`].includes(name));

/** Only signs that Dolibarr leaves as they are; two files of one name are told apart by their content. */
const nameThere = ({ fileName, sha256 }: EnvelopeFile, files: readonly EnvelopeFile[]): string => {
  const plain = plainName(fileName);
  const isAlone = files.filter((other) => plainName(other.fileName) === plain).length === 1;
  return isAlone ? plain : `${sha256.slice(0, 8)}-${plain}`;
};

const plainName = (fileName: string): string =>
  fileName
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[._]+/, '') || 'fichier';
