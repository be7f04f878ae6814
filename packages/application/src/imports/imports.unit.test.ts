import type { Person } from '@parvis/domain/access/actor';
import { Decimal } from '@parvis/domain/amount/decimal';
import { beforeEach, describe, expect, test } from 'vitest';
import { bruno, claire, elise, hospital, person, stationer, town } from '../testing/cast.js';
import { readFakeTable } from '../testing/fake-files.js';
import { type FakeWorld, makeFakeWorld, streamOf } from '../testing/fake-world.js';
import { granted, refusalOf } from '../testing/journey.js';
import { anEngagement } from '../testing/port-suite-engagements.js';
import { makeApplyImport } from './apply-import.js';
import { makeExportTable } from './export-table.js';
import { makeListFaultyRows } from './faulty-rows.js';
import type { ImportKind } from './import-plan.js';
import type { ImportPorts } from './load-import.js';
import { makePreviewImport } from './preview-import.js';

const allOf = async <Value>(values: AsyncIterable<Value>): Promise<Value[]> => {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
};

let world: FakeWorld;
let ports: ImportPorts;
let uploads = 0;
beforeEach(async () => {
  world = await makeFakeWorld();
  ports = { ...world, readTable: readFakeTable };
});

const upload = async (text: string, actor: Person = elise): Promise<string> => {
  const kept = await world.documents.putStream(streamOf(text), 50_000_000);
  if (kept === 'too-large') throw new Error(kept);
  const id = `upload ${uploads++}`;
  const times = { uploadedAt: world.now(), expiresAt: world.now() };
  await world.work.run((stores) =>
    stores.uploads.add({
      id,
      userId: actor.userId,
      fileName: 'f.csv',
      mediaType: 'text/plain',
      ...kept,
      ...times,
    }),
  );
  return id;
};

const command = (uploadId: string, kind: ImportKind = 'services', closeMissing = false) => ({
  kind,
  structureId: town.structureId,
  uploadId,
  closeMissing,
});

const preview = async (text: string, kind: ImportKind = 'services', closeMissing = false, actor = elise) =>
  makePreviewImport(ports)(command(await upload(text, actor), kind, closeMissing), actor);

const apply = async (text: string, kind: ImportKind = 'services', closeMissing = false) => {
  const asked = command(await upload(text), kind, closeMissing);
  const { digest } = granted(await makePreviewImport(ports)(asked, elise));
  return makeApplyImport(ports)({ ...asked, digest }, elise);
};

const servicesOfTown = () => world.work.run(({ serviceBook }) => serviceBook.all(town.structureId));
const engagementOf = (number: string) =>
  world.work.run(({ engagements }) => engagements.find(town.structureId, number));

describe('importing services', () => {
  test('adds, changes, leaves alone and counts what is missing', async () => {
    granted(await apply('Code;Nom;Actif\nA;Un;oui\nB;Deux;oui\nC;Trois;oui'));
    const { counts, shown } = granted(
      await preview('code service;Libellé;Actif\na;Un;oui\nB;Deuxième;oui\nD;Quatre;'),
    );
    expect(counts).toEqual({ rows: 3, added: 1, changed: 1, unchanged: 1, faulty: 0, missing: 1 });
    expect(shown.map(({ line, change }) => [line, change])).toEqual([
      [3, 'changed'],
      [4, 'added'],
      [2, 'unchanged'],
    ]);
    expect(shown[0]?.cells[1]).toEqual({ cell: 'Deuxième', before: 'Deux' });
  });

  test('keeps what the file has no column for, and what is not in the file', async () => {
    granted(await apply('Code;Nom;Description;Engagement exigé\nA;Un;Papier;oui\nB;Deux;;'));
    granted(await apply('Code;Nom\nA;Premier'));
    expect(await servicesOfTown()).toEqual([
      { code: 'A', name: 'Premier', active: true, description: 'Papier', engagementNumberRequired: true },
      { code: 'B', name: 'Deux', active: true },
    ]);
  });

  test('empties what the file empties, and closes what is missing when asked to', async () => {
    granted(await apply('Code;Nom;Description\nA;Un;Papier\nB;Deux;'));
    expect(granted(await apply('Code;Nom;Description\nA;Un;', 'services', true))).toEqual({
      added: 0,
      changed: 1,
      unchanged: 0,
      missing: 1,
    });
    expect(await servicesOfTown()).toEqual([
      { code: 'A', name: 'Un', active: true },
      { code: 'B', name: 'Deux', active: false },
    ]);
  });

  test('names all 50 faulty rows among 10,000, and then imports nothing', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      index % 200 === 7 ? `S${index};;peut-être` : `S${index};Service ${index};oui`,
    );
    const text = ['Code;Nom;Actif', ...rows].join('\n');
    const asked = command(await upload(text));
    const { counts, faults, digest } = granted(await makePreviewImport(ports)(asked, elise));
    expect(counts).toMatchObject({ rows: 10_000, added: 9_950, faulty: 50 });
    expect(new Set(faults.map(({ line }) => line))).toEqual(
      new Set(Array.from({ length: 50 }, (_, index) => index * 200 + 9)),
    );
    expect(faults.slice(0, 2)).toEqual([
      { line: 9, column: 'name', value: '', cause: 'required' },
      { line: 9, column: 'active', value: 'peut-être', cause: 'not-yes-or-no' },
    ]);
    expect(refusalOf(await makeApplyImport(ports)({ ...asked, digest }, elise))).toEqual({
      code: 'import-faulty',
      rows: 50,
    });
    expect(await servicesOfTown()).toEqual([]);
  });

  test('says where a code stands already, capitals apart', async () => {
    const { faults } = granted(await preview('Code;Nom\nVoirie;Un\nB;Deux\nVOIRIE;Trois'));
    expect(faults).toEqual([
      { line: 4, column: 'code', value: 'VOIRIE', cause: 'twice', values: { line: '2' } },
    ]);
  });

  test('gives faulty rows back as they were sent, with what to correct', async () => {
    const asked = {
      ...command(await upload('Nom;Code;Remarque;À corriger\n;A;x;vieux\nDeux;B;;')),
      language: 'fr',
    } as const;
    const { table } = granted(await makeListFaultyRows(ports)(asked, elise));
    expect(table.columns.map(({ header }) => header)).toEqual(['Nom', 'Code', 'Remarque', 'À corriger']);
    const rows = await allOf(table.rows);
    expect(rows).toEqual([['', 'A', 'x', "Nom : Rien n'est indiqué. Indiquez une valeur."]]);
  });

  test('leaves a trace with the file and the counts', async () => {
    granted(await apply('Code;Nom\nA;Un'));
    const { entries } = await world.work.run(({ accessTrace }) =>
      accessTrace.page(town.structureId, { limit: 9 }),
    );
    expect(entries).toMatchObject([
      {
        act: 'services.imported',
        subject: 'f.csv',
        byName: elise.name,
        details: {
          added: 1,
          changed: 0,
          changes: [{ field: 'importFile' }, { field: 'importAdded', after: 1 }],
        },
      },
    ]);
  });
});

describe('the trace of an import', () => {
  test('names what changed, before and after, ten items at most', async () => {
    const codes = Array.from({ length: 12 }, (_, index) => `S.${index}`);
    const file = (name: string) => ['Code;Nom', ...codes.map((code) => `${code};${name}`)].join('\n');
    granted(await apply(file('Avant')));
    granted(await apply(file('Après')));
    const { entries } = await world.work.run(({ accessTrace }) =>
      accessTrace.page(town.structureId, { limit: 1 }),
    );
    expect(entries[0]?.details.changes).toEqual([
      { field: 'importFile', before: null, after: 'f.csv' },
      { field: 'importChanged', before: null, after: 12 },
      ...codes.slice(0, 10).map((code) => ({ field: `${code}.name`, before: 'Avant', after: 'Après' })),
    ]);
  });
});

describe('an import', () => {
  test('is refused when what is stored has changed since the preview', async () => {
    granted(await apply('Code;Nom\nA;Un'));
    const asked = command(await upload('Code;Nom\nA;Autre'));
    const { digest } = granted(await makePreviewImport(ports)(asked, elise));
    granted(await apply('Code;Nom\nA;Entre-temps'));
    expect(refusalOf(await makeApplyImport(ports)({ ...asked, digest }, elise))).toEqual({
      code: 'import-changed',
    });
    expect(await servicesOfTown()).toMatchObject([{ name: 'Entre-temps' }]);
  });

  test('is refused with the digest of another file, or of the same with another choice', async () => {
    const asked = command(await upload('Code;Nom\nA;Un'));
    const { digest } = granted(await makePreviewImport(ports)(asked, elise));
    const other = command(await upload('Code;Nom\nA;Deux'));
    expect(refusalOf(await makeApplyImport(ports)({ ...other, digest }, elise)).code).toBe('import-changed');
    const closing = { ...asked, closeMissing: true, digest };
    expect(refusalOf(await makeApplyImport(ports)(closing, elise)).code).toBe('import-changed');
  });

  test.each([
    ['broken', { code: 'import-unreadable', problem: 'broken' }],
    [
      'Nom;Actif\nUn;oui',
      { code: 'import-columns-missing', columns: [{ fr: 'Code service', en: 'Service code' }] },
    ],
    ['Code;Nom;code service\nA;Un;B', { code: 'import-column-twice', column: 'code service' }],
    ['Code;Nom', { code: 'import-no-rows' }],
  ])('of %j is refused as a whole', async (text, refusal) => {
    expect(refusalOf(await preview(text))).toEqual(refusal);
  });

  test('passes over columns without meaning, and says so', async () => {
    expect(granted(await preview('Code;Nom;Budget 2026\nA;Un;7')).ignored).toEqual(['Budget 2026']);
  });

  test('is for those who hold the right, with a file of their own', async () => {
    expect(refusalOf(await preview('Code;Nom\nA;Un', 'services', false, claire))).toEqual({
      code: 'not-allowed',
      right: 'settings:change',
    });
    const atSupplier = {
      ...command(await upload('Code;Nom\nA;Un', bruno)),
      structureId: stationer.structureId,
    };
    expect(refusalOf(await makePreviewImport(ports)(atSupplier, bruno)).code).toBe('not-allowed');
    const another = await upload('Code;Nom\nA;Un', claire);
    expect(refusalOf(await makePreviewImport(ports)(command(another), elise))).toMatchObject({
      code: 'upload-not-found',
    });
  });
});

describe('importing engagements', () => {
  const header =
    "Numéro d'engagement;Libellé;SIRET du fournisseur;Code service;Montant TTC;Reste TTC;Valide au;Clos";

  test('keeps amounts to the cent, and reads what French spreadsheets write', async () => {
    granted(await apply('Code;Nom\nVOIRIE;Voirie'));
    granted(
      await apply(
        `${header}\n0045;Enrobé;${stationer.siret};voirie;10 000,00;1 200,5;31/12/2026;non`,
        'engagements',
      ),
    );
    expect(await engagementOf('0045')).toEqual({
      recipientId: town.structureId,
      number: '0045',
      label: 'Enrobé',
      supplierIdentifier: stationer.siret,
      serviceCode: 'VOIRIE',
      amountTotal: Decimal.of('10000.00'),
      amountLeft: Decimal.of('1200.50'),
      currency: 'EUR',
      validUntil: '2026-12-31',
      source: 'file',
      closed: false,
      updatedAt: world.now(),
    });
  });

  test('says what is wrong with amounts, services and suppliers', async () => {
    const { faults } = granted(
      await preview(
        `${header}\n1;;00000012500014;;;;;\n2;;;AILLEURS;;;;\n3;;;;10;11;;\n4;;;;x;;32/1/2026;`,
        'engagements',
      ),
    );
    expect(faults.map(({ line, column, cause }) => [line, column, cause])).toEqual([
      [2, 'supplier', 'not-a-siret'],
      [3, 'service', 'service-unknown'],
      [4, 'left', 'left-above-total'],
      [5, 'total', 'not-an-amount'],
      [5, 'until', 'not-a-day'],
    ]);
  });

  test('finds 1200 and 1200.00 the same', async () => {
    granted(await apply(`${header}\n1;;;;1200;;;`, 'engagements'));
    const { counts } = granted(await preview(`${header}\n1;;;;1200,00;;;`, 'engagements'));
    expect(counts).toMatchObject({ unchanged: 1, changed: 0 });
  });

  test('leaves those of the accounting system open that the file does not name', async () => {
    await world.work.run(({ engagements }) =>
      engagements.put([
        anEngagement('books', { recipientId: town.structureId, source: 'accounting' }),
        anEngagement('file', { recipientId: town.structureId }),
      ]),
    );
    expect(granted(await apply(`${header}\n1;;;;;;;`, 'engagements', true))).toMatchObject({ missing: 1 });
    expect((await engagementOf('books'))?.closed).toBe(false);
    expect((await engagementOf('file'))?.closed).toBe(true);
  });

  test('repeats what the accounting system keeps, and never changes it', async () => {
    const kept = anEngagement('books', { recipientId: town.structureId, source: 'accounting' });
    await world.work.run(({ engagements }) => engagements.put([kept]));
    const same = granted(await preview(`${header}\nbooks;Fournitures;;;;;;`, 'engagements'));
    expect(same.counts).toMatchObject({ unchanged: 1, faulty: 0 });
    const { faults } = granted(await preview(`${header}\nbooks;Autre;;;;;;`, 'engagements'));
    expect(faults).toMatchObject([{ line: 2, column: 'number', cause: 'kept-elsewhere' }]);
  });

  test('stays within the services of whoever imports', async () => {
    const gaston = person(0x9a5, 'Gaston Roy', [
      {
        structureId: hospital.structureId,
        structureName: hospital.name,
        side: 'publicEntity',
        role: 'user',
        grants: [{ space: 'engagements', level: 'full', services: ['TRAVAUX'] }],
      },
    ]);
    await world.work.run(({ engagements }) =>
      engagements.put([anEngagement('2', { serviceCode: 'RESTAURATION' })]),
    );
    const asked = {
      ...command(
        await upload(`${header}\n1;;;TRAVAUX;;;;\n2;;;TRAVAUX;;;;\n3;;;;;;;`, gaston),
        'engagements',
        true,
      ),
      structureId: hospital.structureId,
    };
    const { faults, counts } = granted(await makePreviewImport(ports)(asked, gaston));
    expect(faults.map(({ line, cause }) => [line, cause])).toEqual([
      [3, 'out-of-reach'],
      [4, 'out-of-reach'],
    ]);
    expect(counts.missing).toBe(0);
  });

  test('tells nothing of an engagement of another service but that it is out of reach', async () => {
    const grants = [{ space: 'engagements', level: 'full', services: ['TRAVAUX'] }] as const;
    const { structureId, name: structureName } = hospital;
    const membership = { structureId, structureName, side: 'publicEntity', role: 'user', grants } as const;
    const gaston = person(0x9a5, 'Gaston Roy', [membership]);
    const amountTotal = Decimal.parse('1234.56');
    const others = anEngagement('2', { serviceCode: 'RESTAURATION', ...(amountTotal && { amountTotal }) });
    await world.work.run(({ engagements }) =>
      engagements.put([others, { ...others, number: '3', source: 'accounting' }]),
    );
    for (const rows of [
      'Numéro;Reste\n2;9999\n3;9999',
      'Numéro;Reste;Code service\n2;9999;INCONNU\n3;;INCONNU',
    ]) {
      const asked = { ...command(await upload(rows, gaston), 'engagements'), structureId };
      const { faults } = granted(await makePreviewImport(ports)(asked, gaston));
      expect(faults.map(({ line, cause }) => [line, cause])).toEqual([
        [2, 'out-of-reach'],
        [3, 'out-of-reach'],
      ]);
      expect(JSON.stringify(faults)).not.toContain('1234.56');
    }
  });
});

describe('an export', () => {
  const exported = async (kind: ImportKind) => {
    const { table } = granted(
      await makeExportTable(world)({ kind, structureId: town.structureId, language: 'fr' }, elise),
    );
    const rows = await allOf(table.rows);
    return { header: table.columns.map((column) => column.header), rows };
  };
  const textOf = (cell: unknown): string =>
    cell === null ? '' : typeof cell === 'string' ? cell : String(Object.values(cell as object)[0]);

  test.each(['services', 'engagements'] as const)('of %s comes back unchanged', async (kind) => {
    granted(
      await apply(
        'Code;Nom;Description;Actif;Engagement exigé;Mise en paiement signalée;Valide du;Valide au;Adresse électronique\n' +
          'A;Un;Papier;non;oui;non;2026-01-01;2026-12-31;a@exemple.invalid\nB;Deux;;oui;non;;;;',
      ),
    );
    granted(
      await apply(
        'Numéro;Fournisseur;Service;Reste;Devise;Fin\n1;Bocage;A;12,30;USD;2026-12-31\n2;;;;;',
        'engagements',
      ),
    );
    const { header, rows } = await exported(kind);
    expect(rows).toHaveLength(2);
    const text = [header, ...rows.map((row) => row.map(textOf))].map((cells) => cells.join(';')).join('\n');
    const { counts } = granted(await preview(text, kind));
    expect(counts).toEqual({ rows: 2, added: 0, changed: 0, unchanged: 2, faulty: 0, missing: 0 });
  });

  test('is for those who may read', async () => {
    const asked = { kind: 'engagements', structureId: town.structureId, language: 'fr' } as const;
    expect(refusalOf(await makeExportTable(world)(asked, claire))).toEqual({
      code: 'not-allowed',
      right: 'engagement:read',
    });
  });
});
