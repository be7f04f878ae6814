import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { parseSiret } from '@parvis/domain/directory/siret';
import type { Work } from '../ports/work.js';

export interface FindDirectoryEntryPorts {
  readonly work: Work;
}

export type FindDirectoryEntry = (siret: string) => Promise<DirectoryEntry | undefined>;

/**
 * The public entity of this SIRET, or the one that has left it for another; open to everyone, undefined when unknown or
 * malformed.
 */
export const makeFindDirectoryEntry =
  ({ work }: FindDirectoryEntryPorts): FindDirectoryEntry =>
  async (text) => {
    const siret = parseSiret(text);
    if (!siret.ok) return undefined;
    return work.run(async ({ directory, organisations }) => {
      const present = await directory.findRecipient(siret.value);
      if (present) return present;
      const former = await organisations.findFormer('publicEntity', { type: 'SIRET', value: siret.value });
      return former && directory.findRecipientById(former.structureId);
    });
  };
