import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { parseSiret } from '@parvis/domain/directory/siret';
import { entryStandingOn } from '@parvis/domain/directory/standing-on';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';

export interface FindDirectoryEntryPorts {
  readonly work: Work;
  readonly now: Clock;
}

export type FindDirectoryEntry = (siret: string) => Promise<DirectoryEntry | undefined>;

/**
 * The public entity of this SIRET, or the one that has left it for another, as it stands today; open to everyone, undefined when unknown or
 * malformed.
 */
export const makeFindDirectoryEntry =
  ({ work, now }: FindDirectoryEntryPorts): FindDirectoryEntry =>
  async (text) => {
    const siret = parseSiret(text);
    if (!siret.ok) return undefined;
    const entry = await work.run(async ({ directory, organisations }) => {
      const present = await directory.findRecipient(siret.value);
      if (present) return present;
      const former = await organisations.findFormer('publicEntity', { type: 'SIRET', value: siret.value });
      return former && directory.findRecipientById(former.structureId);
    });
    return entry && entryStandingOn(entry, calendarDay(now()));
  };
