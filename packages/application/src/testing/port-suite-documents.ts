import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { alice, bruno, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const bytes = new TextEncoder().encode('<Invoice/>');
const sha256 = createHash('sha256').update(bytes).digest('hex');

const upload = {
  id: uuid(0x3001),
  userId: alice.userId,
  sha256,
  fileName: 'reçu été.pdf',
  mediaType: 'application/pdf',
  size: bytes.length,
  uploadedAt: new Date('2026-03-02T11:00:00.000Z'),
  expiresAt: new Date('2026-03-03T11:00:00.000Z'),
};

export const describeDocuments = (makePorts: MakePorts): void => {
  describe('documents and uploads', () => {
    const ports = usePorts(makePorts);

    test('names bytes by their SHA-256 and gives them back', async () => {
      expect(await ports().documents.put(bytes)).toBe(sha256);
      expect(Buffer.from((await ports().documents.get(sha256)) ?? []).equals(bytes)).toBe(true);
    });

    test('takes the same bytes again without harm', async () => {
      await Promise.all([ports().documents.put(bytes), ports().documents.put(bytes)]);
      expect(await ports().documents.put(bytes)).toBe(sha256);
    });

    test('knows nothing of other bytes', async () => {
      expect(await ports().documents.get('f'.repeat(64))).toBeUndefined();
    });

    test('keeps a stream up to its limit, limit included', async () => {
      const stream = Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]);
      const kept = await ports().documents.putStream(stream, bytes.length);
      expect(kept).toEqual({ sha256, size: bytes.length });
      expect(Buffer.from((await ports().documents.get(sha256)) ?? []).equals(bytes)).toBe(true);
    });

    test('leaves nothing of a stream that is too large', async () => {
      const stream = Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]);
      expect(await ports().documents.putStream(stream, bytes.length - 1)).toBe('too-large');
      expect(await ports().documents.get(sha256)).toBeUndefined();
    });

    test('removes the uploads whose time is over, and keeps their bytes', async () => {
      await ports().documents.put(bytes);
      await ports().work.run(async ({ uploads }) => {
        const later = { ...upload, id: uuid(0x3003), expiresAt: new Date(upload.expiresAt.getTime() + 1) };
        await uploads.add(upload);
        await uploads.add(later);
        expect(await uploads.removeExpired(upload.expiresAt)).toBe(1);
        expect(await uploads.find(upload.id, alice.userId)).toBeUndefined();
        expect(await uploads.find(later.id, alice.userId)).toEqual(later);
      });
      expect(await ports().documents.get(sha256)).toBeDefined();
    });

    test('finds an upload for its uploader only', async () => {
      await ports().work.run(async ({ uploads }) => {
        await uploads.add(upload);
        expect(await uploads.find(upload.id, alice.userId)).toEqual(upload);
        expect(await uploads.find(upload.id, bruno.userId)).toBeUndefined();
        expect(await uploads.find(uuid(0x3002), alice.userId)).toBeUndefined();
        expect(await uploads.find('not an identifier', alice.userId)).toBeUndefined();
      });
    });
  });
};
