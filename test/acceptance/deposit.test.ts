import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ciiFile } from '@parvis/demo-data/cii-file';
import type { DemoInvoice } from '@parvis/demo-data/demo-invoice';
import { facturXFile } from '@parvis/demo-data/factur-x-file';
import { ublFile } from '@parvis/demo-data/ubl-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.js';
import { becomes, deposit, deposited, invoiceTo } from '../support/journey.js';
import { root } from '../support/processes.js';
import { type Stack, startStack } from '../support/stack.js';

interface PrintedAnswer {
  readonly file: string;
  readonly __typename: string;
  readonly documentSha256?: string;
  readonly invoice?: { readonly id: string; readonly number: string };
}

interface ToldFault {
  readonly rule: string;
  readonly severity: string;
  readonly choices: readonly { readonly value: string }[];
}

describe('Le dépôt d’une facture', () => {
  let stack: Stack;
  let supplier: Api;
  let folder: string;

  beforeAll(async () => {
    stack = await startStack();
    supplier = await stack.signedIn('paule@papeterie.example');
    folder = await mkdtemp(path.join(tmpdir(), 'parvis-deposit-'));
  });
  afterAll(async () => {
    await stack?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe('en ligne de commande', () => {
    it('accepte UBL, avoir UBL, CII et Factur-X, et remet un reçu pour chacun', async () => {
      const credit = invoiceTo('AV-1', { kind: 'creditNote', precedingInvoice: 'F-UBL' });
      const { exitCode, answers } = await command({
        'facture.xml': ublFile(invoiceTo('F-UBL')),
        'avoir.xml': ublFile(credit),
        'cii.xml': ciiFile(invoiceTo('F-CII')),
        'factur-x.pdf': await facturXFile(invoiceTo('F-PDF')),
      });
      expect(answers.map(({ __typename, invoice }) => [__typename, invoice?.number])).toEqual([
        ['DepositReceipt', 'F-UBL'],
        ['DepositReceipt', 'AV-1'],
        ['DepositReceipt', 'F-CII'],
        ['DepositReceipt', 'F-PDF'],
      ]);
      expect(exitCode).toBe(0);
      expect(await Promise.all(answers.map(({ invoice }) => syntaxOf(String(invoice?.id))))).toEqual([
        'UBL_INVOICE false',
        'UBL_CREDIT_NOTE true',
        'CII false',
        'FACTUR_X false',
      ]);
    });

    it('envoie d’abord par HTTP un fichier de plus d’un mégaoctet, et le garde à l’octet près', async () => {
      const line = { quantity: '1', unit: 'C62', unitPrice: '1.00', vatRate: '20' };
      const lines = Array.from({ length: 2200 }, (_, position) => ({
        ...line,
        label: `Fourniture ${position} du bordereau`,
      }));
      const file = ublFile(invoiceTo('F-GROSSE', { lines }));
      expect(file.byteLength).toBeGreaterThan(1_048_576);
      const { exitCode, answers } = await command({ 'grosse.xml': file });
      expect({ exitCode, kind: answers[0]?.__typename }).toEqual({ exitCode: 0, kind: 'DepositReceipt' });
      const original = await supplier.download(`/documents/${answers[0]?.invoice?.id}/original`);
      expect(Buffer.compare(Buffer.from(await original.arrayBuffer()), file)).toBe(0);
    });

    it('dit ce qui ne va pas sans retenir les bonnes factures', async () => {
      const { exitCode, answers } = await command({
        'mauvaise.xml': ublFile(invoiceTo('F-MAUVAISE', { serviceCode: 'CUISINE' })),
        'bonne.xml': ublFile(invoiceTo('F-BONNE')),
      });
      expect(answers.map(({ __typename }) => __typename)).toEqual(['InvoiceFaulty', 'DepositReceipt']);
      expect(exitCode).toBe(1);
    });
  });

  describe('est refusé', () => {
    it('avec toutes les anomalies du fichier à la fois', async () => {
      const file = await readFile(path.join(root, 'test/corpus/journey/faulty-several.xml'));
      const { valid, faults } = await check(file);
      expect(valid).toBe(false);
      expect(faults.map(({ rule }) => rule)).toEqual(
        expect.arrayContaining(['PV-READ-DATE', 'PV-READ-NUMBER', 'BR-05']),
      );
    });

    it('sans le service que l’hôpital exige, en citant ses services ouverts', async () => {
      const { serviceCode: _none, ...without } = invoiceTo('F-SANS-SERVICE');
      const { faults } = await check(ublFile(without));
      expect(faults).toMatchObject([{ rule: 'PV-SERVICE-CODE-REQUIRED', severity: 'FATAL' }]);
      // Ceux qu'il a déjà facturés viennent en tête : leur ordre dépend des dépôts d'avant.
      expect(faults[0]?.choices.map(({ value }) => value).toSorted()).toEqual([
        'INFORMATIQUE',
        'PHARMACIE',
        'RESTAURATION',
        'TRAVAUX',
      ]);
    });

    it('pour un service fermé', async () => {
      const { faults } = await check(ublFile(invoiceTo('F-FERME', { serviceCode: 'LINGERIE' })));
      expect(faults.map(({ rule }) => rule)).toEqual(['PV-SERVICE-CODE-INACTIVE']);
    });

    it('sans le numéro d’engagement que la commune exige, et accepté avec lui', async () => {
      const toTown: Partial<DemoInvoice> = { recipient: 'town', serviceCode: 'ECOLES' };
      const { faults } = await check(ublFile(invoiceTo('F-COMMUNE', toTown)));
      expect(faults.map(({ rule }) => rule)).toEqual(['PV-ENGAGEMENT-NUMBER-REQUIRED']);
      expect(await deposit(supplier, invoiceTo('F-COMMUNE', toTown), 'commune-1')).toMatchObject({
        __typename: 'InvoiceFaulty',
      });
      const { id } = await deposited(
        supplier,
        invoiceTo('F-COMMUNE', { ...toTown, engagementNumber: 'M-2026-117' }),
      );
      await becomes(await stack.signedIn('anne@mairie.example'), id, 'MADE_AVAILABLE');
    });

    it('sous un numéro déjà pris dans l’année, avec un lien vers la première', async () => {
      const first = await deposited(supplier, invoiceTo('F-DOUBLE'));
      const [line] = invoiceTo('F-DOUBLE').lines;
      const other = invoiceTo('F-DOUBLE', { lines: line ? [{ ...line, quantity: '1' }] : [] });
      expect(await deposit(supplier, other, 'double-2')).toMatchObject({
        __typename: 'NumberAlreadyUsed',
        first: { id: first.id },
      });
    });

    it('pas pour le même numéro chez un autre fournisseur', async () => {
      await deposited(supplier, invoiceTo('F-PARTAGE'));
      const other = await stack.signedIn('yann@energies.example');
      await deposited(other, invoiceTo('F-PARTAGE', { supplier: 'energies' }));
    });

    it('au nom d’un autre fournisseur', async () => {
      const { faults } = await check(ublFile(invoiceTo('F-AUTRUI', { supplier: 'energies' })));
      expect(faults.map(({ rule }) => rule)).toContain('PV-SELLER-MISMATCH');
    });
  });

  describe('répété avec la même clé', () => {
    it('rend le premier reçu', async () => {
      const first = await deposit(supplier, invoiceTo('F-CLE'), 'une-clé');
      const second = await deposit(supplier, invoiceTo('F-CLE'), 'une-clé');
      if (first.__typename !== 'DepositReceipt' || second.__typename !== 'DepositReceipt')
        throw new Error(JSON.stringify([first, second]));
      expect([first.repeated, second.repeated]).toEqual([false, true]);
      expect(second.invoice.id).toBe(first.invoice.id);
    });

    it('est refusé pour un autre fichier', async () => {
      await deposited(supplier, invoiceTo('F-CLE-A'));
      await deposit(supplier, invoiceTo('F-CLE-B'), 'clé-reprise');
      expect(await deposit(supplier, invoiceTo('F-CLE-C'), 'clé-reprise')).toMatchObject({
        __typename: 'ActRefused',
        code: 'idempotency-key-reused',
      });
    });

    it('au même instant, ne dépose qu’une facture', async () => {
      const twice = [1, 2, 3, 4].map(() => deposit(supplier, invoiceTo('F-ENSEMBLE'), 'ensemble'));
      const answers = await Promise.all(twice);
      const ids = answers.map((answer) => (answer.__typename === 'DepositReceipt' ? answer.invoice.id : ''));
      expect(new Set(ids).size).toBe(1);
      expect(ids[0]).not.toBe('');
    });
  });

  /** Runs `parvis deposit` on these files, as a supplier's script does. */
  const command = async (
    files: Readonly<Record<string, Uint8Array>>,
  ): Promise<{ exitCode: number; answers: PrintedAnswer[] }> => {
    const paths = await Promise.all(
      Object.entries(files).map(async ([name, bytes]) => {
        const file = path.join(folder, name);
        await writeFile(file, bytes);
        return file;
      }),
    );
    const parvis = path.join(root, 'apps/cli/bin/parvis.mjs');
    const environment = {
      ...process.env,
      PARVIS_URL: stack.url,
      PARVIS_EMAIL: 'paule@papeterie.example',
      PARVIS_PASSWORD: 'parvis-demo',
    };
    const run = promisify(execFile)(process.execPath, [parvis, 'deposit', ...paths, '--format', 'jsonl'], {
      env: environment,
    });
    const { code = 0, stdout } = await run.then(
      (ended) => ({ ...ended, code: 0 }),
      (ended: { code?: number; stdout: string }) => ended,
    );
    const lines = stdout.split('\n').filter(Boolean);
    return { exitCode: code, answers: lines.map((line) => JSON.parse(line) as PrintedAnswer) };
  };

  const check = async (file: Uint8Array): Promise<{ valid: boolean; faults: ToldFault[] }> => {
    const { checkInvoice } = await supplier.query<{ checkInvoice: { valid: boolean; faults: ToldFault[] } }>(
      `mutation ($input: InvoiceFileInput!) {
        checkInvoice(input: $input) {
          ... on InvoiceCheck { valid faults { rule severity choices { value } } }
        }
      }`,
      { input: { fileName: 'facture.xml', contentBase64: Buffer.from(file).toString('base64') } },
    );
    return checkInvoice;
  };

  const syntaxOf = async (id: string): Promise<string> => {
    const { invoice } = await supplier.query<{ invoice: { syntax: string; isCreditNote: boolean } }>(
      'query ($id: ID!) { invoice(id: $id) { syntax isCreditNote } }',
      { id },
    );
    return `${invoice.syntax} ${invoice.isCreditNote}`;
  };
});
