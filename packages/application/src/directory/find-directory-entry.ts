import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { parseSiret } from '@parvis/domain/directory/siret';
import type { SearchDirectoryPorts } from './search-directory.js';

export type FindDirectoryEntry = (siret: string) => Promise<DirectoryEntry | undefined>;

/** The public entity of this SIRET, open to everyone; undefined when unknown or malformed. */
export const makeFindDirectoryEntry =
  ({ work }: SearchDirectoryPorts): FindDirectoryEntry =>
  async (text) => {
    const siret = parseSiret(text);
    if (!siret.ok) return undefined;
    return work.run(({ directory }) => directory.findRecipient(siret.value));
  };
