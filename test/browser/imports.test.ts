import { readTable } from '@parvis/formats/tables/read-table';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { bytesOf, newContext, onDesk, says, signInQuietly, textOf } from './visitor.js';

const MANAGER = 'anne@mairie.example';

describeInBrowser('importing and exporting', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const troubles: string[] = [];
  const faults: Record<string, readonly string[]> = {};

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
    context = await newContext(browser);
    await signInQuietly(context, stack.url, MANAGER);
    page = await context.newPage();
    troubles.push(...noteTroubles(page));
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const twoFrames = (): Promise<unknown> =>
    page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

  /** At both widths it must fit, and as soon as a window grows; the inspector goes over what a width of its own looks like. */
  const look = async (state: string, width: 1280 | 390 = 1280): Promise<void> => {
    await settled(page);
    const found: string[] = [];
    for (const each of [1280, 390, 1280] as const) {
      await page.setViewportSize({ width: each, height: 900 });
      // A table becomes cards by script; a page that grows has to fit before any script has run.
      if (each === 390) await twoFrames();
      const wide = await sidewaysScroll(page);
      if (wide > 0) found.push(`${wide} px too wide at ${each} px`);
      if (each === width && found.length === 0) found.push(...(await accessibilityFaults(page)));
    }
    faults[state] = found;
  };

  const choose = (name: string, text: string | Uint8Array): Promise<void> =>
    page
      .locator('input[type="file"]')
      .setInputFiles(onDesk(name, typeof text === 'string' ? Buffer.from(text) : text, 'text/csv'));

  const count = (name: string): Promise<string> =>
    textOf(page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd'));

  const download = async (press: () => Promise<void>): Promise<Uint8Array> => {
    const [file] = await Promise.all([page.waitForEvent('download'), press()]);
    return new Uint8Array(await bytesOf(file));
  };

  const exportAs = (entry: RegExp) =>
    download(async () => {
      await page.getByRole('button', { name: 'Importer, exporter' }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    });

  it('names the faulty rows of a file, and takes in none of it', async () => {
    await page.goto(`${stack.url}/administration/annuaire/services`);
    await page.getByRole('button', { name: 'Importer, exporter' }).click();
    await page.getByRole('menuitem', { name: 'Importer un fichier' }).click();
    await look('choosing a file');
    await choose(
      'services.csv',
      'Code service;Nom;Actif;Couleur\r\nCRECHE;Crèche;oui;rouge\r\nSPORTS;;peut-être;\r\n0042;État civil;oui;\r\n',
    );
    await says(page, '1 ligne est à corriger');
    expect([await count('Nouveaux'), await count('À corriger')]).toEqual(['2', '1']);
    const table = page.getByRole('table', { name: 'Lignes à corriger' });
    await says(table, 'Ligne 3');
    await says(table, "Rien n'est indiqué.");
    await says(table, 'Ni oui ni non.');
    await says(page, 'Une colonne n’est pas reprise : Couleur.');
    expect(await page.getByRole('button', { name: /^Importer \d/ }).count()).toBe(0);
    await look('a preview with faults', 390);
  });

  it('gives the faulty rows back to be corrected, then takes the whole file', async () => {
    const rows = await download(() => page.getByRole('link', { name: /Télécharger la ligne/ }).click());
    const reading = readTable(rows);
    expect(reading.ok && reading.table.rows[1]?.cells).toEqual([
      'SPORTS',
      '',
      'peut-être',
      '',
      expect.stringContaining("Nom : Rien n'est indiqué."),
    ]);
    await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
    await choose(
      'services.csv',
      'Code service;Nom;Actif\r\nCRECHE;Crèche;oui\r\nSPORTS;Sports;oui\r\n0042;État civil;oui\r\n',
    );
    await page.getByRole('button', { name: 'Importer 3 changements' }).waitFor();
    await look('a preview without faults');
    await page.getByRole('button', { name: 'Importer 3 changements' }).click();
    await says(page, /3 ajoutés, 0 modifié,/);
    await look('an import that is done', 390);
    await page.getByRole('link', { name: 'Voir les services' }).click();
    await says(page, 'État civil');
    await page.getByRole('link', { name: 'Historique' }).click();
    await says(page, 'Services importés');
    await says(page, 'services.csv');
    await page.getByRole('link', { name: 'Services', exact: true }).click();
  });

  it('takes its own export back as unchanged, with its zeros', async () => {
    const file = await exportAs(/XLSX/);
    const reading = readTable(file);
    expect(reading.ok && reading.table.rows.map(({ cells }) => cells[0])).toContain('0042');
    await page.getByRole('button', { name: 'Importer, exporter' }).click();
    await page.getByRole('menuitem', { name: 'Importer un fichier' }).click();
    await choose('services.xlsx', file);
    await says(page, 'Tout est déjà à jour');
    expect([await count('Nouveaux'), await count('Modifiés'), await count('À corriger')]).toEqual([
      '0',
      '0',
      '0',
    ]);
  });

  it('refuses what is no table, and says what to send', async () => {
    await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
    await choose('services.csv', '%PDF-1.7');
    await says(page, 'Ce fichier n’est pas un tableau.'.replace('’', "'"));
    await look('a file that is refused');
  });

  it('brings engagements in, shows what is left, closes one and takes that back', async () => {
    await page.goto(`${stack.url}/administration/annuaire/engagements`);
    await says(page, 'Aucun engagement');
    await look('no engagement');
    await page.getByRole('button', { name: 'Importer, exporter' }).click();
    await page.getByRole('menuitem', { name: 'Importer un fichier' }).click();
    const number = "Numéro d'engagement";
    await choose(
      'engagements.csv',
      `${number};Fournisseur;Service;Montant TTC;Reste TTC;Valide au\r\n4500012345;Papeterie du Bocage;CRECHE;10 000,00;1 200,50;31/12/2030\r\n0046;;;;;\r\n`,
    );
    await page.getByRole('button', { name: 'Importer 2 changements' }).click();
    await page.getByRole('link', { name: 'Voir les engagements' }).click();
    const table = page.getByRole('table', { name: 'Engagements' });
    await says(table, '4500012345');
    expect(await textOf(table)).toMatch(/1 200,50 €/);
    await look('engagements', 390);
    await page.getByRole('button', { name: 'Clore l’engagement 0046' }).click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('Engagement 0046 rouvert.').waitFor();
    const reading = readTable(await exportAs(/CSV/));
    expect(reading.ok && reading.table.rows).toHaveLength(3);
  });

  it('adds one by hand, with every wrong field named', async () => {
    await page.getByRole('button', { name: 'Ajouter un engagement' }).click();
    const form = page.getByRole('form', { name: 'Nouvel engagement' });
    await form.getByLabel(/^Reste TTC/).fill('beaucoup');
    await form.getByRole('button', { name: 'Ajouter' }).click();
    await says(form, /Ce n'est pas un montant/);
    await look('a form with faults');
    await form.getByLabel(/^Numéro d’engagement/).fill('EJ-7');
    await form.getByLabel(/^Reste TTC/).fill('80,5');
    await form.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByText('Engagement EJ-7 ajouté.').waitFor();
    await page.getByText('Contrôle des factures déposées').click();
    await page.getByLabel(/Refuser ce qui ne correspond pas/).check();
    await page.getByText('Contrôle enregistré.').waitFor();
    await look('the check of deposits');
  });

  it('leaves an accessibility inspector nothing to say, and no page too wide', () => {
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(Object.keys(faults)).toHaveLength(9);
    expect(troubles).toEqual([]);
  });
});
