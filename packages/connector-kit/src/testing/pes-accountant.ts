import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import { keyOfAttachment } from '../pes/pes-attachments.js';
import { allNamed, readXml, shownIn, type XmlElement } from '../pes/xml-tree.js';
import type { SeenBill } from './connector-harness.js';

/** The accountant's side of a PES, for tests: reads the file that was sent, and writes Hélios' answers to it. */

export interface SeenPes {
  readonly key: DeliveryKey;
  readonly bill: SeenBill;
}

export const seenPes = (bytes: Uint8Array): SeenPes => {
  const root = readXml(bytes);
  if (!root) throw new Error('not a PES');
  const shown = (name: string): string => shownIn(root, name) ?? '';
  const sum = (name: string): Decimal =>
    Decimal.sum(allNamed(root, 'LigneDePiece').map((line) => Decimal.of(shownIn(line, name) ?? '0')));
  const gross = sum('MtHT').plus(sum('MtTVA')).rounded();
  const isReduction = shown('TypBord') === '02';
  const place = ['IdColl', 'CodBud', 'Exer', 'IdBord', 'IdPce'].map(shown).join('/');
  return {
    key: keyOfAttachment(shown('IdUnique')) as DeliveryKey,
    bill: {
      id: place,
      reference: shown('LibVir1'),
      supplierSiret: shown('IdTiers'),
      gross: (isReduction ? gross.negated() : gross).toString(),
      files: allNamed(root, 'Fichier').map((file) => sha256(contentOf(file))),
    },
  };
};

const contentOf = ({ text }: XmlElement): Uint8Array => gunzipSync(Buffer.from(text, 'base64'));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A bill of `seenPes` by its identifier. */
const placeOf = (billId: string) => {
  const [siret = '', budget = '', exercise = '', batch = '', order = ''] = billId.split('/');
  return { siret, budget, exercise, batch, order };
};

const header = (billId: string): string => {
  const { siret, budget } = placeOf(billId);
  return `<EnTetePES><DteStr V="2026-11-23"/><IdPost V="014099"/><IdColl V="${siret}"/><CodCol V="123"/><CodBud V="${budget}"/></EnTetePES>`;
};

const answer = (root: string, billId: string, inside: string): string =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<n:${root} xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour/v2">${header(billId)}${inside}</n:${root}>\n`;

/** Hélios takes the batch, or says why not. */
export const acknowledgement = (billId: string, anomalies: readonly string[] = []): string => {
  const { exercise, batch } = placeOf(billId);
  const errors = anomalies.map(
    (code) => `<Erreur><NumAnoAck V="${code}"/><LibelleAnoAck V="${code}"/></Erreur>`,
  );
  return answer(
    'PES_ACQUIT',
    billId,
    `<ACQUIT><ElementACQUIT><DomaineAck V="5"/><EtatAck V="${errors.length === 0 ? 1 : 0}"/><NumBord V="${batch}"/><ExerciceBord V="${exercise}"/>${errors.join('')}</ElementACQUIT></ACQUIT>`,
  );
};

export interface ToldOrder {
  /** EtatPce */
  readonly state: string;
  readonly gross?: string;
  /** OrgEma and amount of each payment. */
  readonly payments?: readonly (readonly [string, string])[];
  readonly observations?: string;
  /** Whether the accountant had booked it before; so unless said otherwise. */
  readonly booked?: boolean;
}

/** What the accountant has made of the order. */
export const orderReturn = (
  billId: string,
  { state, gross = '120.00', payments = [], observations, booked = true }: ToldOrder,
): string => {
  const { exercise, batch, order } = placeOf(billId);
  const paid = payments.map(
    ([origin, amount]) =>
      `<PaiementEmargement><OrgEma V="${origin}"/><DtePay V="2026-12-02"/><MtPay V="${amount}"/></PaiementEmargement>`,
  );
  const why = observations === undefined ? '' : `<ObsEtat V="${observations}"/>`;
  return answer(
    'PES_Retour',
    billId,
    `<PES_DepenseRetour><EnTeteDepense><IdVer V="2"/><TypRestit V="02"/></EnTeteDepense><Bordereau><BlocBordereau><Exer V="${exercise}"/><IdBord V="${batch}"/></BlocBordereau><Piece><BlocPiece><InfoPiece><IdPce V="${order}"/>${booked ? '<DtePcePec V="2026-11-25"/>' : ''}<EtatPce V="${state}"/>${why}<DtePceRej V="2026-11-26"/></InfoPiece></BlocPiece><LigneDePiece><BlocLignePiece><InfoLignePiece><IdLigne V="1"/><EtatLigPce V="${state}"/><MtHT V="${gross}"/></InfoLignePiece></BlocLignePiece>${paid.join('')}</LigneDePiece></Piece></Bordereau></PES_DepenseRetour>`,
  );
};
