import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { DocumentStore } from '@parvis/application/documents/document-store';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Documents in a folder, named by their content: `ab/cd/abcd…`. Bytes are written beside, flushed to the disk, and only
 * then moved to their name, so that a name never stands for half a document, whatever dies.
 */
export class FolderDocumentStore implements DocumentStore {
  constructor(private readonly folder: string) {}

  async put(bytes: Uint8Array): Promise<string> {
    const kept = await this.keep([bytes], Number.POSITIVE_INFINITY);
    if (kept === 'too-large') throw new Error('no limit was set');
    return kept.sha256;
  }

  putStream(stream: Readable, maximumBytes: number) {
    return this.keep(stream as AsyncIterable<Uint8Array>, maximumBytes);
  }

  async get(sha256: string): Promise<Uint8Array | undefined> {
    if (!SHA256.test(sha256)) return undefined;
    const bytes = await readFile(this.pathOf(sha256)).catch(absent);
    if (bytes && createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new Error(`document ${sha256} is damaged: its bytes are no longer those that were sent`);
    }
    return bytes;
  }

  private async keep(
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    maximumBytes: number,
  ): Promise<{ readonly sha256: string; readonly size: number } | 'too-large'> {
    const incoming = path.join(this.folder, 'incoming', randomUUID());
    await mkdir(path.dirname(incoming), { recursive: true });
    try {
      const written = await write(incoming, chunks, maximumBytes);
      if (written !== 'too-large') await this.settle(incoming, written.sha256, written.size);
      return written;
    } finally {
      await rm(incoming, { force: true });
    }
  }

  private async settle(incoming: string, sha256: string, size: number): Promise<void> {
    const target = this.pathOf(sha256);
    const known = await stat(target).catch(absent);
    // Of another size: damaged, and the bytes at hand are right.
    if (known?.size !== size) {
      await mkdir(path.dirname(target), { recursive: true });
      await rename(incoming, target);
    }
    // Also when the document was known: whoever moved it there may not have come to this point.
    for (const folder of this.foldersOf(sha256)) await flushFolder(folder);
  }

  private pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  private foldersOf(sha256: string): string[] {
    const shard = path.dirname(this.pathOf(sha256));
    return [shard, path.dirname(shard), this.folder];
  }
}

/** Where the bytes of this name lie; undefined for what is no SHA-256. */
export const documentPath = (folder: string, sha256: string): string | undefined =>
  SHA256.test(sha256) ? path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256) : undefined;

const write = async (
  file: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  maximumBytes: number,
): Promise<{ readonly sha256: string; readonly size: number } | 'too-large'> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maximumBytes) return 'too-large';
      hash.update(chunk);
      await writeAll(handle, chunk);
    }
    await handle.sync();
    return { sha256: hash.digest('hex'), size };
  } finally {
    await handle.close();
  }
};

const writeAll = async (handle: FileHandle, chunk: Uint8Array): Promise<void> => {
  for (let done = 0; done < chunk.length; ) {
    done += (await handle.write(chunk, done)).bytesWritten;
  }
};

/** A name is durable once its folder is. Windows has no such call and keeps its folders itself. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const absent = (failure: NodeJS.ErrnoException): undefined => {
  if (failure.code !== 'ENOENT') throw failure;
  return undefined;
};
