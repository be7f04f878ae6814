import { LARGEST_READ } from '@parvis/connector-kit/drop/drop';
import type { FileNews, ToldInFile } from '@parvis/connector-kit/drop/read-drop-news';
import { writtenInstant } from '@parvis/connector-kit/drop/written-instant';
import { parseJson } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import type { ElementTree } from '@parvis/formats/extension/element-tree';
import { readElementTree } from '@parvis/formats/extension/read-element-tree';
import { readCsv } from '@parvis/formats/tables/read-csv';
import { z } from 'zod';
import { unpackEnvelope } from './pack-envelope.js';
import { shortened, toldStatus, type WrittenStatus } from './told-status.js';

/**
 * Reads a status file of any of our forms: CPPStatutPivot (`.xml`), the simple forms (`.json`, `.csv`), or an archive of
 * them (`.tar.gz`). Whole or not at all: half a file may be the half that says nothing of a refusal.
 */
export const readStatusFile = (name: string, bytes: Uint8Array, seenBefore: boolean): FileNews => {
  const kind = /\.(xml|json|csv|tar\.gz|tgz)$/i.exec(name)?.[1]?.toLowerCase();
  switch (kind) {
    case 'xml':
      return readXml(bytes);
    case 'json':
      return readJson(bytes);
    case 'csv':
      // A table cut after any of its rows is a table: only one that has stopped growing is whole.
      return seenBefore ? readTable(bytes) : unfinished;
    case 'tar.gz':
    case 'tgz':
      return readArchive(bytes);
    default:
      return broken(
        'Ce fichier n’est ni .xml, ni .json, ni .csv, ni .tar.gz.',
        'This file is neither .xml, .json, .csv nor .tar.gz.',
      );
  }
};

const isArchive = (name: string): boolean => /\.(tar\.gz|tgz)$/i.test(name);

const broken = (fr: string, en: string): FileNews => ({ kind: 'broken', why: say(fr, en) });

const unfinished: FileNews = {
  kind: 'unfinished',
  why: say('Le fichier est incomplet ou illisible.', 'The file is incomplete or cannot be read.'),
};

const readXml = (bytes: Uint8Array): FileNews => {
  const root = readElementTree(bytes);
  if (!root) return unfinished;
  if (root.name !== 'CPPStatut')
    return broken(
      `La racine est « ${root.name} » ; un fichier CPPStatut est attendu.`,
      `The root is "${root.name}"; a CPPStatut file is expected.`,
    );
  const flows = newsOf(root.all('CPPFluxStatuts/CPPFluxStatutUnitaire/DonneesStatut').map(toldOfFlow));
  if (flows.kind !== 'news') return flows;
  const invoices = newsOf(
    root.all('CPPFactureStatuts/CPPFactureStatutUnitaire').map((unit) => toldStatus(writtenInXml(unit))),
  );
  return invoices.kind === 'news'
    ? { kind: 'news', statuses: [...flows.statuses, ...invoices.statuses] }
    : invoices;
};

/** Received or not, and why not; it moves no invoice. */
const toldOfFlow = (data: ElementTree): ToldInFile | undefined => {
  const flowId = data.textAt('IdFlux');
  const sourceCode = data.textAt('IdStatut');
  const occurredAt = writtenInstant(data.textAt('Horodatage') ?? '');
  if (!flowId || !sourceCode || !occurredAt) return undefined;
  const errors = data
    .all('Details/LigneErreurDetail')
    .map((line) => [line.textAt('CodeErreur'), line.textAt('LibelleErreur')].filter(Boolean).join(' : '));
  const reason = shortened([data.textAt('Commentaire'), ...errors].filter(Boolean).join(' ; '));
  return { flowId, sourceCode, actions: [], occurredAt, ...(reason ? { reason } : {}) };
};

const writtenInXml = (unit: ElementTree): WrittenStatus => {
  const data = unit.first('DonneesStatut');
  const reason = [data?.textAt('ComplementStatut'), data?.textAt('Commentaire')].filter(Boolean).join(' : ');
  return {
    supplier: unit.textAt('Fournisseur/Identifiant'),
    invoice: data?.textAt('IdFacture'),
    status: data?.textAt('IdStatut'),
    at: data?.textAt('Horodatage'),
    order: data?.textAt('IdMandatDP'),
    reason,
  };
};

const text = z.union([z.string(), z.number()]).transform(String).optional();
const simple = z.object({
  fournisseur: text,
  facture: text,
  statut: text,
  date: text,
  mandat: text,
  motif: text,
});
const simpleFile = z.union([
  z.array(simple),
  z.object({ statuts: z.array(simple) }).transform(({ statuts }) => statuts),
]);

type Simple = z.infer<typeof simple>;

const written = ({ fournisseur, facture, statut, date, mandat, motif }: Simple): WrittenStatus => ({
  supplier: fournisseur,
  invoice: facture,
  status: statut,
  at: date,
  order: mandat,
  reason: motif,
});

const readJson = (bytes: Uint8Array): FileNews => {
  const value = parseJson(bytes);
  if (value === undefined) return unfinished;
  const parsed = simpleFile.safeParse(value);
  return parsed.success
    ? newsOf(parsed.data.map((row) => toldStatus(written(row))))
    : broken(
        'Une liste est attendue : fournisseur, facture, statut, date, mandat, motif.',
        'A list is expected: fournisseur, facture, statut, date, mandat, motif.',
      );
};

const readTable = (bytes: Uint8Array): FileNews => {
  const reading = readCsv(bytes);
  if (!reading.ok) return unfinished;
  const [header, ...rows] = reading.table.rows;
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  if (!['fournisseur', 'facture', 'statut', 'date'].every((name) => names.includes(name)))
    return broken(
      'La première ligne doit nommer les colonnes : fournisseur, facture, statut, date, mandat, motif.',
      'The first row must name the columns: fournisseur, facture, statut, date, mandat, motif.',
    );
  return newsOf(
    rows.map(({ cells }) =>
      toldStatus(written(simple.parse(Object.fromEntries(names.map((name, index) => [name, cells[index]]))))),
    ),
  );
};

const readArchive = (bytes: Uint8Array): FileNews => {
  const members = unpackEnvelope(bytes, LARGEST_READ);
  if (!members) return unfinished;
  const statuses: ToldInFile[] = [];
  for (const { name, bytes: content } of members) {
    if (name === 'manifest.json') continue;
    if (isArchive(name))
      return broken('Une archive ne peut pas en contenir une autre.', 'An archive cannot hold another.');
    // What an archive holds is whole once the archive is.
    const news = readStatusFile(name, content, true);
    if (news.kind !== 'news')
      return { kind: 'broken', why: say(`${name} : ${news.why.fr}`, `${name}: ${news.why.en}`) };
    statuses.push(...news.statuses);
  }
  return { kind: 'news', statuses };
};

const newsOf = (found: readonly (ToldInFile | undefined)[]): FileNews => {
  const statuses: ToldInFile[] = [];
  for (const [index, told] of found.entries()) {
    if (!told)
      return broken(
        `Le statut n° ${index + 1} ne dit pas de quelle facture il parle, lequel il est ou de quand il date.`,
        `Status no. ${index + 1} does not say of which invoice it speaks, which it is or when it was given.`,
      );
    statuses.push(told);
  }
  return { kind: 'news', statuses };
};
