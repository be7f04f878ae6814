import type { DirectoryService } from '@parvis/domain/directory/directory-entry';

/** The services of a public entity, all at once: what imports compare and write. */
export interface ServiceBook {
  /** By code. */
  all(structureId: string): Promise<DirectoryService[]>;
  /** Adds at the end, or replaces all but the code and the place among the others; all of them in one go. */
  put(structureId: string, services: readonly DirectoryService[], at: Date): Promise<void>;
  /** One unit of work at a time changes the services of an entity in bulk. */
  lock(structureId: string): Promise<void>;
}
