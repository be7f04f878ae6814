import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readStatusFile } from './read-status-file.js';
import { codeOf, statusCodes } from './status-codes.js';
import { writeTar } from './tar.js';

const unit = (content: string) =>
  `<CPPFactureStatutUnitaire><Fournisseur><TypeIdentifiant>1</TypeIdentifiant><Identifiant>00000012500013</Identifiant></Fournisseur><DonneesStatut>${content}</DonneesStatut></CPPFactureStatutUnitaire>`;
const file = (units: string) =>
  `<CPPStatut><Enveloppe/><CPPFactureStatuts compteur="1">${units}</CPPFactureStatuts></CPPStatut>`;
const status = (code: string, more = '') =>
  unit(
    `<IdStatut>${code}</IdStatut>${more}<Horodatage>2026-11-20T09:30:00</Horodatage><IdFacture>F-42</IdFacture>`,
  );

const read = (name: string, text: string | Uint8Array, seenBefore = false) =>
  readStatusFile(name, typeof text === 'string' ? Buffer.from(text) : text, seenBefore);

const statusesOf = (...args: Parameters<typeof read>) => {
  const news = read(...args);
  if (news.kind !== 'news') throw new Error(`${news.kind}: ${news.why.en}`);
  return news.statuses;
};

describe('a status file', () => {
  it.each([
    ['01', []],
    ['02', []],
    ['03', []],
    ['04', []],
    ['05', ['refuse']],
    ['06', []],
    ['07', ['approve']],
    ['08', ['orderPayment']],
    ['09', ['handToAccountant']],
    ['10', ['book']],
    ['11', ['startPayment']],
    ['12', []],
    ['37', []],
  ])('says %s, which leads to %s', (code, actions) => {
    expect(statusesOf('a.xml', file(status(code)))).toMatchObject([
      { supplierIdentifier: '00000012500013', invoiceNumber: 'F-42', sourceCode: code, actions },
    ]);
  });

  it('brings the number of the payment order and a reason of at most 255 characters', () => {
    const [told] = statusesOf(
      'a.xml',
      file(
        unit(
          `<IdStatut>05</IdStatut><ComplementStatut>TVA</ComplementStatut><Commentaire>${'é'.repeat(300)}</Commentaire>` +
            '<Horodatage>2026-11-20T09:30:00+01:00</Horodatage><IdFacture>F-42</IdFacture><IdMandatDP>118</IdMandatDP>',
        ),
      ),
    );
    expect(told).toMatchObject({ numberThere: '118', occurredAt: new Date('2026-11-20T08:30:00Z') });
    expect(told?.reason).toHaveLength(255);
    expect(told?.reason).toMatch(/^TVA : é/);
  });

  it('tells times without a zone in Paris', () => {
    expect(statusesOf('a.xml', file(status('07')))[0]?.occurredAt).toEqual(new Date('2026-11-20T08:30:00Z'));
  });

  it('tells of a whole flow whether it was received, and why not', () => {
    const flow = (code: string) =>
      `<CPPStatut><CPPFluxStatuts compteur="1"><CPPFluxStatutUnitaire><DonneesStatut><IdStatut>${code}</IdStatut><Horodatage>2026-11-20T09:30:00Z</Horodatage><IdFlux>PARV010036000000000000001</IdFlux><Details NbLignesErreur="1"><LigneErreurDetail IdLigne="1"><NatureErreur>F</NatureErreur><CodeErreur>G2.01</CodeErreur><LibelleErreur>Service inconnu</LibelleErreur></LigneErreurDetail></Details></DonneesStatut></CPPFluxStatutUnitaire></CPPFluxStatuts></CPPStatut>`;
    expect(statusesOf('a.xml', flow('93'))).toMatchObject([
      {
        flowId: 'PARV010036000000000000001',
        sourceCode: '93',
        actions: [],
        reason: 'G2.01 : Service inconnu',
      },
    ]);
    expect(read('a.xml', flow('93').replace('PARV010036000000000000001', '')).kind).toBe('broken');
  });

  it('is read in the simple forms, by code or by name', () => {
    const expected = [
      { supplierIdentifier: '00000012500013', invoiceNumber: 'F-42', sourceCode: '08', numberThere: '118' },
      { sourceCode: '05', reason: 'Prix' },
    ];
    const row = { fournisseur: '00000012500013', facture: 'F-42', date: '2026-11-20' };
    const rows = [
      { ...row, statut: 8, mandat: 118 },
      { ...row, statut: 'Rejetée', motif: 'Prix' },
    ];
    expect(statusesOf('a.json', JSON.stringify(rows))).toMatchObject(expected);
    expect(statusesOf('a.json', JSON.stringify({ statuts: rows }))).toMatchObject(expected);
    const csv =
      'Fournisseur;Facture;Statut;Date;Mandat;Motif\r\n' +
      '00000012500013;F-42;MANDATEE;2026-11-20;118;\r\n00000012500013;F-42;05;2026-11-20;;Prix\r\n';
    expect(statusesOf('a.csv', csv, true)).toMatchObject(expected);
  });

  it('is read out of an archive', () => {
    const tar = writeTar(
      [
        { name: 'manifest.json', bytes: Buffer.from('{}') },
        { name: 'statut.xml', bytes: Buffer.from(file(status('07'))) },
      ],
      new Date(0),
    );
    expect(statusesOf('a.tar.gz', gzipSync(tar))).toMatchObject([{ sourceCode: '07' }]);
  });

  it.each([
    ['half an XML file', 'a.xml', file(status('08')).slice(0, -20), false],
    ['an empty file', 'a.xml', '', false],
    ['half a JSON file', 'a.json', '[{"fournisseur": "0000', false],
    ['a table that may still grow', 'a.csv', 'fournisseur;facture;statut;date\n1;2;07;2026-11-20\n', false],
    ['half an archive', 'a.tgz', 'x', false],
  ])('is left alone while it may be written: %s', (_name, name, text, seenBefore) => {
    expect(read(name, text, seenBefore).kind).toBe('unfinished');
  });

  it.each([
    ['another document', 'a.xml', '<html></html>'],
    [
      'a status that says no invoice',
      'a.xml',
      file(unit('<IdStatut>08</IdStatut><Horodatage>2026-11-20T09:30:00</Horodatage>')),
    ],
    [
      'a status that says no day',
      'a.xml',
      file(unit('<IdStatut>08</IdStatut><Horodatage>hier</Horodatage><IdFacture>F</IdFacture>')),
    ],
    [
      'a day that does not exist',
      'a.json',
      '[{"fournisseur":"1","facture":"2","statut":"08","date":"2026-13-40"}]',
    ],
    ['columns that nobody knows', 'a.csv', 'siret;numero\n1;2\n'],
    ['another kind of file', 'a.pdf', '%PDF-1.7'],
  ])('is broken, in words: %s', (_name, name, text) => {
    const news = read(name, text, true);
    expect(news).toMatchObject({
      kind: 'broken',
      why: { fr: expect.stringMatching(/\w/), en: expect.stringMatching(/\w/) },
    });
  });

  it('is read without its good half where one status of it cannot be', () => {
    expect(read('a.xml', file(status('05') + unit('<IdStatut>11</IdStatut>'))).kind).toBe('broken');
  });

  it('does not open documents inside documents', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${file(status('08'))}`;
    expect(read('a.xml', bomb).kind).toBe('unfinished');
  });
});

describe('a status word', () => {
  it('is known by its code, written in one digit or two, and by its name', () => {
    expect(['8', '08', 'Mandatée', 'mise a disposition comptable', 'PAYEE'].map(codeOf)).toEqual([
      '08',
      '08',
      '08',
      '09',
      'PAYEE',
    ]);
  });

  it('is explained, in both languages', () => {
    expect(statusCodes).toHaveLength(12);
    for (const { meaning } of statusCodes) expect([meaning.fr, meaning.en]).not.toContain('');
  });

  it('is no archive of archives, and none that unpacks to more than any status file', () => {
    const pack = (name: string, bytes: Uint8Array) => gzipSync(writeTar([{ name, bytes }], new Date(0)));
    const inside = pack('a.xml', Buffer.from(file(status('08'))));
    expect(read('a.tar.gz', inside)).toMatchObject({ kind: 'news' });
    expect(read('b.tar.gz', pack('a.tgz', inside))).toMatchObject({ kind: 'broken' });
    const spaces = Buffer.alloc(40 * 2 ** 20, ' ');
    expect(read('c.tar.gz', pack('a.json', Buffer.concat([Buffer.from('[]'), spaces])))).toMatchObject({
      kind: 'unfinished',
    });
  });
});
