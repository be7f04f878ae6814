import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { DocumentStore } from '../documents/document-store.js';

export class MemoryDocuments implements DocumentStore {
  private readonly kept = new Map<string, Uint8Array>();

  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.kept.set(sha256, Uint8Array.from(bytes));
    return sha256;
  }

  async putStream(
    stream: Readable,
    maximumBytes: number,
  ): Promise<{ readonly sha256: string; readonly size: number } | 'too-large'> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maximumBytes) return 'too-large';
      chunks.push(chunk);
    }
    return { sha256: await this.put(Buffer.concat(chunks)), size };
  }

  async get(sha256: string): Promise<Uint8Array | undefined> {
    return this.kept.get(sha256);
  }
}
