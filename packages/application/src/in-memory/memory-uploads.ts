import type { UploadStore } from '../documents/document-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryUploads = ({ uploads }: MemoryTables): UploadStore => ({
  add: async (upload) => {
    uploads.set(upload.id, upload);
  },
  find: async (id, userId) => {
    const upload = uploads.get(id);
    return upload?.userId === userId ? upload : undefined;
  },
  removeExpired: async (now) => {
    const expired = [...uploads.values()].filter(({ expiresAt }) => expiresAt <= now);
    for (const { id } of expired) uploads.delete(id);
    return expired.length;
  },
});
