import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { Work } from '../ports/work.js';

export interface SearchDirectoryPorts {
  readonly work: Work;
}

export type SearchDirectory = (text: string, limit?: number) => Promise<DirectoryEntry[]>;

/** Public entities by SIRET, name or town, best first, open to everyone; 1 to 50 of them, 20 by default. */
export const makeSearchDirectory =
  ({ work }: SearchDirectoryPorts): SearchDirectory =>
  async (text, limit = 20) => {
    const wanted = text.trim();
    if (wanted === '') return [];
    const bounded = Math.min(Math.max(limit, 1), 50);
    return work.run(({ directory }) => directory.searchRecipients(wanted, bounded));
  };
