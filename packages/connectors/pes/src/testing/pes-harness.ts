import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { openDrop } from '@parvis/connector-kit/drop/drop-settings';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import type { DropPlace } from '@parvis/connector-kit/testing/drop-place';
import { acknowledgement, orderReturn, seenPes } from '@parvis/connector-kit/testing/pes-accountant';
import { someNumbers, somePesSettings } from '@parvis/connector-kit/testing/pes-books';
import { makeDropTrouble } from '@parvis/connector-kit/testing/troubled-drop';
import { openPes, pesKind } from '../pes-kind.js';

/** An accountant who takes PES files out of `in` and leaves Hélios' answers in `out`. */
export const makePesHarness = (place: DropPlace): ConnectorHarness => {
  const trouble = makeDropTrouble();
  const numbers = someNumbers(() => new Date());
  const openAt = (raw: object, options: OpenOptions = {}): AccountingConnector => {
    const { mark, now, timeoutMs, pageSize = 50, troubled = false } = options;
    const parsed = pesKind.parseSettings({ ...somePesSettings, ...raw, pageSize });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const tools = {
      ...place.tools,
      numbers,
      ...(mark ? { mark } : {}),
      ...(now ? { now } : {}),
      ...(timeoutMs ? { timeoutMs } : {}),
    };
    return openPes(parsed.value, tools, troubled ? trouble.around(openDrop(parsed.value, tools)) : undefined);
  };

  const inFolder = path.join(place.root, 'in');
  const seen = async () => {
    const names = await readdir(inFolder).catch((): string[] => []);
    const whole = names.filter((name) => name.endsWith('.xml'));
    return Promise.all(whole.map(async (name) => seenPes(await readFile(path.join(inFolder, name)))));
  };
  let told = 0;
  /** As programs should: whole under another name first. */
  const tell = async (kind: string, text: string): Promise<void> => {
    told += 1;
    const name = path.join(place.root, 'out', `${kind}_${String(told).padStart(6, '0')}.xml`);
    await writeFile(`${name}.tmp`, text);
    await rename(`${name}.tmp`, name);
  };

  return {
    open: (options) => openAt(place.settings, options),
    openToNowhere: () => openAt(place.nowhere),
    openWithWrongCredentials: () => openAt(place.wrongCredentials),
    trouble,
    patienceMs: 1_500,
    unknownWord: { known: /EtatPce V="02"/g, unknown: 'EtatPce V="97"' },
    statusWords: pesKind.statusWords,
    setUp: {
      kind: pesKind,
      settings: { ...place.settings, ...somePesSettings },
      tools: { ...place.tools, numbers },
    },
    books: {
      billsUnder: async (key) => (await seen()).filter((pes) => pes.key === key).map(({ bill }) => bill),
    },
    accountant: {
      post: async (bill) => {
        await tell('ACQUIT', acknowledgement(bill));
        await tell('RETOUR', orderReturn(bill, { state: '02' }));
      },
      pay: (bill) => tell('RETOUR', orderReturn(bill, { state: '05', payments: [['01', '120.00']] })),
    },
    stop: place.stop,
  };
};
