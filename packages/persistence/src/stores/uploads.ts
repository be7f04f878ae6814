import type { UploadStore } from '@parvis/application/documents/document-store';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { UploadEntity } from '../entities/upload.entity.js';
import { isUuid } from '../is-uuid.js';

export const uploadStore = (manager: EntityManager): UploadStore => ({
  add: async ({ id, ...upload }) => {
    await manager.insert(UploadEntity, { uploadId: id, ...upload });
  },
  find: async (uploadId, userId) => {
    if (!isUuid(uploadId)) return undefined;
    const found = await manager.findOneBy(UploadEntity, { uploadId, userId });
    if (!found) return undefined;
    const { uploadId: id, ...upload } = found;
    return { id, ...upload };
  },
  removeExpired: async (now) =>
    (await manager.delete(UploadEntity, { expiresAt: LessThanOrEqual(now) })).affected ?? 0,
});
