import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { openDrop } from '@parvis/connector-kit/drop/drop-settings';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import type { DropPlace } from '@parvis/connector-kit/testing/drop-place';
import { makeDropTrouble } from '@parvis/connector-kit/testing/troubled-drop';
import { fileExchangeKind, openFileExchange } from '../file-exchange-kind.js';
import { seePivot } from './seen-pivot.js';

/** A program that reads pivots out of `in` and leaves its statuses in `out`. */
export const makePivotHarness = (
  place: DropPlace,
  more: Readonly<Record<string, unknown>> = {},
): ConnectorHarness => {
  const trouble = makeDropTrouble();
  const settingsOf = (raw: object, { pageSize = 50 }: OpenOptions = {}) => {
    const parsed = fileExchangeKind.parseSettings({ ...raw, ...more, pageSize });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return parsed.value;
  };
  const openAt = (raw: object, options: OpenOptions = {}): AccountingConnector => {
    const { mark, now, timeoutMs, troubled = false } = options;
    const tools = {
      ...place.tools,
      ...(mark ? { mark } : {}),
      ...(now ? { now } : {}),
      ...(timeoutMs ? { timeoutMs } : {}),
    };
    const settings = settingsOf(raw, options);
    return openFileExchange(
      settings,
      tools,
      troubled ? trouble.around(openDrop(settings, tools)) : undefined,
    );
  };

  const inFolder = path.join(place.root, 'in');
  const pivotOf = async (name: string): Promise<string> => {
    const bytes = await readFile(path.join(inFolder, name));
    if (name.endsWith('.xml')) return bytes.toString('utf8');
    const tar = gunzipSync(bytes).toString('latin1');
    const start = tar.indexOf('<?xml');
    return Buffer.from(tar.slice(start, tar.indexOf('</CPPFacturePivot>') + 18), 'latin1').toString('utf8');
  };
  const filesOf = async (billId: string): Promise<string[]> => {
    const names = await readdir(inFolder).catch((): string[] => []);
    return names.filter((name) => name.startsWith(billId) && !name.endsWith('.part'));
  };
  const billsUnder = async (billId: string) =>
    Promise.all(
      (await filesOf(billId)).map(async (name) => {
        const { number, supplier, ...seen } = seePivot(await pivotOf(name));
        return { id: billId, reference: number, supplierSiret: supplier, ...seen };
      }),
    );

  let told = 0;
  const tell = async (billId: string, statuses: readonly StatusTold[]): Promise<void> => {
    const [bill] = await billsUnder(billId);
    if (!bill) throw new Error(`no bill ${billId}`);
    told += 1;
    const name = `FSO1301A_COMPTA_${String(told).padStart(15, '0')}.xml`;
    const file = statusFile(bill.supplierSiret, bill.reference, statuses);
    // As programs should: whole under another name first.
    await writeFile(path.join(place.root, 'out', `${name}.tmp`), file);
    await rename(path.join(place.root, 'out', `${name}.tmp`), path.join(place.root, 'out', name));
  };

  return {
    open: (options) => openAt(place.settings, options),
    openToNowhere: () => openAt(place.nowhere),
    openWithWrongCredentials: () => openAt(place.wrongCredentials),
    trouble,
    patienceMs: 2_500,
    unknownWord: { known: /<IdStatut>08</g, unknown: '<IdStatut>77<' },
    statusWords: fileExchangeKind.statusWords,
    setUp: { kind: fileExchangeKind, settings: { ...place.settings, ...more }, tools: place.tools },
    books: { billsUnder: (key) => billsUnder(key.replaceAll(':', '-')) },
    accountant: {
      post: (bill) => tell(bill, [{ code: '08', order: 'MDT-2026-118' }]),
      pay: (bill) =>
        tell(bill, [
          { code: '10', order: 'MDT-2026-118' },
          { code: '11', order: 'MDT-2026-118' },
        ]),
      cancel: (bill, reason) => tell(bill, [{ code: '05', reason }]),
    },
    stop: place.stop,
  };
};

interface StatusTold {
  readonly code: string;
  readonly order?: string;
  readonly reason?: string;
}

let seconds = 0;

/** CPPStatutPivot V1.19, as software writes it. */
const statusFile = (
  supplier: string,
  invoice: string,
  statuses: readonly StatusTold[],
): string => `<?xml version="1.0" encoding="UTF-8"?>
<CPPStatut Version="V1_19">
  <Enveloppe><EnveloppeUnitaire NumOrdre="1">
    <Parametres>
      <ParametreIndiv NumOrdre="0001"><Code>DtPrd</Code><Valeurparametre>2026-11-20</Valeurparametre></ParametreIndiv>
      <ParametreIndiv NumOrdre="0002"><Code>IdFlx</Code><Valeurparametre>1</Valeurparametre></ParametreIndiv>
    </Parametres>
    <Partenaires><Recepteur><Id>PARV01</Id></Recepteur><Emetteur><Id>COMPTA</Id></Emetteur></Partenaires>
  </EnveloppeUnitaire></Enveloppe>
  <CPPFactureStatuts compteur="${statuses.length}">${statuses.map((status) => unitOf(supplier, invoice, status)).join('')}
  </CPPFactureStatuts>
</CPPStatut>
`;

const unitOf = (supplier: string, invoice: string, { code, order, reason }: StatusTold): string => {
  seconds += 1;
  const at = new Date(Date.now() + seconds * 1000).toISOString();
  return `
    <CPPFactureStatutUnitaire NumOrdre="1">
      <Fournisseur><TypeIdentifiant>1</TypeIdentifiant><Identifiant>${supplier}</Identifiant><RaisonSociale>Papeterie du Bocage</RaisonSociale></Fournisseur>
      <Debiteur><TypeIdentifiant>1</TypeIdentifiant><Identifiant>00000210500013</Identifiant></Debiteur>
      <DonneesStatut><IdStatut>${code}</IdStatut>${reason ? `<Commentaire>${reason}</Commentaire>` : ''}<Horodatage>${at}</Horodatage><IdFacture>${invoice}</IdFacture>${order ? `<IdMandatDP>${order}</IdMandatDP>` : ''}</DonneesStatut>
    </CPPFactureStatutUnitaire>`;
};
