import { makeFolders } from '@parvis/connector-kit/drop/check-drop';
import type { Drop, WithDrop } from '@parvis/connector-kit/drop/drop';
import { nameOfPlace } from '@parvis/connector-kit/drop/drop-settings';
import { writeOnce } from '@parvis/connector-kit/drop/write-once';
import { NotNow, Refused } from '@parvis/connector-kit/failures';
import type { PesCarrier, PesFile } from '@parvis/connector-kit/pes/deliver-pes';
import { say } from '@parvis/domain/display/language';
import type { PesFileSettings } from './settings.js';

/** Leaves the file under its name, which no other ever bears: one that is there already is ours. */
export const pesCarrier = (settings: PesFileSettings, open: WithDrop): PesCarrier => ({
  way: nameOfPlace(settings),
  send: (file) =>
    open(async (drop) => {
      await makeFolders(settings, drop);
      const path = `${settings.inFolder}/${file.fileName}`;
      const wasThere = (await write(drop, path, file)) === 'exists';
      if (wasThere) await mustBeOurs(drop, path, file);
      return { id: file.fileName, wasThere };
    }),
});

/** A renaming that was done twice says that it failed: what stands there tells. */
const write = async (drop: Drop, path: string, { bytes }: PesFile): Promise<'written' | 'exists'> => {
  try {
    return await writeOnce(drop, path, bytes);
  } catch (error) {
    if (!(error instanceof NotNow)) throw error;
    const there = await drop.read(path);
    if (!there || !Buffer.from(there).equals(bytes)) throw error;
    return 'written';
  }
};

const mustBeOurs = async (drop: Drop, path: string, { bytes, fileName }: PesFile): Promise<void> => {
  const there = await drop.read(path);
  if (!there || Buffer.from(there).equals(bytes)) return;
  throw new Refused(
    'gone-there',
    say(
      `Un autre fichier porte déjà le nom ${fileName} dans le dossier. Retirez-le s’il n’est pas à vous, puis renvoyez la facture.`,
      `Another file bears the name ${fileName} in the folder already. Remove it if it is not yours, then send again.`,
    ),
  );
};
