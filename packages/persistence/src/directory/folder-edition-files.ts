import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type {
  EditionFile,
  EditionFiles,
  EditionWriter,
} from '@parvis/application/directory/directory-editions';
import { documentPath, FolderDocumentStore } from '../folder-document-store.js';

/** Beside the documents of invoices, which are evidence and never go. */
export const editionFolder = (dataDirectory: string): string =>
  path.join(dataDirectory, 'directory-editions');

/** Files written as durably as documents are; those of old editions are taken away. */
export class FolderEditionFiles implements EditionFiles {
  private readonly store: FolderDocumentStore;

  constructor(private readonly folder: string) {
    this.store = new FolderDocumentStore(folder);
  }

  begin(): EditionWriter {
    const gzip = createGzip();
    const kept = this.store.putStream(gzip, Number.POSITIVE_INFINITY);
    // Told by `end`; a failure before must not end the process.
    kept.catch(() => undefined);
    return {
      write: async (text) => {
        if (!gzip.write(text)) await Promise.race([drained(gzip), kept.then(() => undefined)]);
      },
      end: async (): Promise<EditionFile> => {
        gzip.end();
        const file = await kept;
        if (file === 'too-large') throw new Error('no limit was set');
        return { sha256: file.sha256, bytes: file.size };
      },
      abandon: async () => {
        gzip.destroy(new Error('the edition is given up'));
        await kept.catch(() => undefined);
      },
    };
  }

  async read(
    sha256: string,
    range?: { readonly from: number; readonly to: number },
  ): Promise<Readable | undefined> {
    const file = documentPath(this.folder, sha256);
    if (file === undefined || !(await stat(file).catch(() => undefined))) return undefined;
    return createReadStream(file, range && { start: range.from, end: range.to });
  }

  async remove(sha256: string): Promise<void> {
    const file = documentPath(this.folder, sha256);
    if (file) await rm(file, { force: true });
  }
}

const drained = (stream: NodeJS.EventEmitter): Promise<void> =>
  new Promise((resolve) => {
    stream.once('drain', resolve);
  });
