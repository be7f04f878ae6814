import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FolderDocumentStore } from './folder-document-store.js';

const bytes = new TextEncoder().encode('<Invoice/>');

describe('the folder of documents', () => {
  let folder: string;
  let documents: FolderDocumentStore;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parvis-documents-'));
    documents = new FolderDocumentStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const files = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const only = async () => {
    const [file] = await files();
    if (!file) throw new Error('a document was put');
    return path.join(file.parentPath, file.name);
  };

  test('holds one file for the same bytes put many times at once', async () => {
    const names = await Promise.all([1, 2, 3, 4].map(() => documents.put(bytes)));
    expect(new Set(names).size).toBe(1);
    expect((await files()).map(({ name }) => name)).toEqual([names[0]]);
  });

  test('leaves nothing behind of a stream that is too large or that breaks', async () => {
    expect(await documents.putStream(Readable.from([bytes, bytes]), 12)).toBe('too-large');
    const broken = Readable.from(
      (async function* () {
        yield bytes;
        throw new Error('the sender hung up');
      })(),
    );
    await expect(documents.putStream(broken, 1_000)).rejects.toThrow('the sender hung up');
    expect(await files()).toEqual([]);
  });

  test('says so when a document was altered on the disk, and mends a truncated one when it is sent again', async () => {
    const sha256 = await documents.put(bytes);
    await writeFile(await only(), '<Invoice');
    await expect(documents.get(sha256)).rejects.toThrow('damaged');
    await documents.put(bytes);
    expect(Buffer.from((await documents.get(sha256)) ?? []).toString()).toBe('<Invoice/>');
  });

  test('knows no document under a name that is no SHA-256', async () => {
    await documents.put(bytes);
    expect(await documents.get('../'.repeat(9))).toBeUndefined();
  });
});
