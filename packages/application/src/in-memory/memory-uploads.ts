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
});
