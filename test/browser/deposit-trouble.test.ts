import { ublFile } from '@parvis/demo-data/ubl-file';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { newContext, onDesk, signInQuietly, textOf } from './visitor.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describeInBrowser('the deposit page, when something is in the way', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  beforeEach(async () => {
    context = await newContext(browser);
    page = await context.newPage();
    await signInQuietly(context, stack.url, 'paule@papeterie.example');
    await page.goto(`${stack.url}/fournisseur/deposer`);
  });
  afterEach(() => context.close());

  const lay = (...files: ReturnType<typeof onDesk>[]) =>
    page.getByLabel('Choisir des fichiers').setInputFiles(files);

  it.each([
    ['empty', '', 'Ce fichier est vide.'],
    ['not an invoice', 'bonjour', 'UBL 2.1, CII (D16B ou D22B) ou Factur-X (PDF)'],
    ['damaged', text(ublFile(invoiceTo('F-2026-0900'))).slice(0, 1500), 'Le fichier XML est abîmé'],
  ])('says what is wrong with a file that is %s, and calls nothing missing', async (_, content, sentence) => {
    await lay(onDesk('facture.xml', new TextEncoder().encode(content)));
    const faults = page.getByRole('list', { name: /^1 point à corriger/ });
    await faults.waitFor();
    const told = await textOf(faults);
    expect(told).toContain(sentence);
    expect(told).not.toContain('absent');
    await page.getByText('Lecture impossible').waitFor();
    expect(await page.getByRole('button', { name: 'Réessayer' }).count()).toBe(0);
  });

  it('names the files it does not take, and why', async () => {
    await lay(
      onDesk('notes.txt', new Uint8Array(3), 'text/plain'),
      onDesk('enorme.xml', new Uint8Array(20 * 1024 * 1024 + 1)),
    );
    const told = await textOf(page.getByRole('alert').filter({ hasText: 'notes.txt' }));
    expect(told).toContain('Type de fichier non accepté : notes.txt. Types acceptés : XML, PDF.');
    expect(told).toContain('Fichier trop gros : enorme.xml. La limite est de 20 Mo par fichier.');
  });

  it('counts what a lost line kept from leaving, and sends it by itself once the line is back', async () => {
    const numbers = ['F-2026-0901', 'F-2026-0902', 'F-2026-0903', 'F-2026-0904'];
    await lay(...numbers.map((number) => onDesk(`${number}.xml`, ublFile(invoiceTo(number)))));
    const sendAll = page.getByRole('button', { name: 'Envoyer les 4 factures prêtes' });
    await sendAll.waitFor();

    await context.setOffline(true);
    await sendAll.click();
    await page.getByText('4 non envoyées').waitFor();
    await page.getByRole('button', { name: 'Renvoyer les 4 factures' }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'Hors ligne' }).waitFor();
    await context.setOffline(false);

    await page.getByText('4 envoyées', { exact: true }).waitFor();
    await page.getByText('Hors ligne').waitFor({ state: 'detached' });
  });

  it('sends again together what the platform did not answer', async () => {
    const numbers = ['F-2026-0911', 'F-2026-0912'];
    await lay(...numbers.map((number) => onDesk(`${number}.xml`, ublFile(invoiceTo(number)))));
    const sendAll = page.getByRole('button', { name: 'Envoyer les 2 factures prêtes' });
    await sendAll.waitFor();

    await context.route('**/graphql', (route) => route.abort('connectionreset'));
    await sendAll.click();
    const again = page.getByRole('button', { name: 'Renvoyer les 2 factures' });
    await again.waitFor();
    await context.unroute('**/graphql');
    await again.click();

    await page.getByText('2 envoyées', { exact: true }).waitFor();
  });
});
