import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { act, approved, becomes, deposited, invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, settled, sidewaysScroll } from './page-checks.js';
import { loadedAt, newContext, says, signInQuietly } from './visitor.js';

const empty = [
  ['/fournisseur/', 'paule@papeterie.example', 'Déposez votre première facture'],
  ['/fournisseur/factures', 'paule@papeterie.example', 'Aucune facture pour le moment'],
  ['/fournisseur/annuaire', 'paule@papeterie.example', 'Qui voulez-vous facturer ?'],
  ['/administration/', 'claire@hopital.example', 'Rien ne vous attend'],
  ['/administration/factures', 'claire@hopital.example', 'Aucune facture reçue'],
  ['/administration/connecteurs', 'marc@ddt.example', 'Aucun logiciel comptable relié'],
  [
    '/administration/annuaire/services?q=introuvable',
    'claire@hopital.example',
    'Aucun service ne correspond',
  ],
  ['/administration/annuaire/historique', 'claire@hopital.example', 'Aucun changement'],
] as const;

const pages = [
  ['/fournisseur/', 'paule@papeterie.example'],
  ['/fournisseur/factures', 'paule@papeterie.example'],
  ['/fournisseur/annuaire?q=Val', 'paule@papeterie.example'],
  ['/administration/', 'claire@hopital.example'],
  ['/administration/factures', 'claire@hopital.example'],
  ['/administration/connecteurs', 'claire@hopital.example'],
  ['/administration/annuaire', 'claire@hopital.example'],
  ['/administration/annuaire/services', 'claire@hopital.example'],
] as const;

describeInBrowser('a page that has nothing to show', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
  });
  beforeEach(async () => {
    context = await newContext(browser);
    page = await context.newPage();
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const looksSound = async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysScroll(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  };

  it.each(empty)('says why at %s for %s', async (path, email, sentence) => {
    await signInQuietly(context, stack.url, email);
    await page.goto(stack.url + path);
    await settled(page);
    await page.getByRole('heading', { name: sentence }).waitFor();
    await looksSound();
  });

  it.each(pages)(
    'says that nothing is lost and tries again when its data do not come: %s',
    async (path, email) => {
      await signInQuietly(context, stack.url, email);
      await context.route('**/graphql', async (route) => {
        const asked = String(route.request().postDataJSON()?.operationName);
        await (asked === 'Session' ? route.continue() : route.abort('connectionrefused'));
      });
      await page.goto(stack.url + path);
      const alert = page.getByRole('alert').filter({ hasText: 'Rien n' });
      await alert.waitFor();
      await looksSound();

      await context.unroute('**/graphql');
      await alert.getByRole('button', { name: 'Réessayer' }).click();

      await alert.waitFor({ state: 'detached' });
      await settled(page);
    },
  );

  it('says so when the platform does not answer at all, and goes on once it does', async () => {
    await context.route('**/graphql', (route) => route.abort('connectionrefused'));
    await page.goto(`${stack.url}/fournisseur/`);
    await page.getByRole('alert').waitFor();
    await looksSound();

    await context.unroute('**/graphql');
    await page.getByRole('button', { name: 'Réessayer' }).click();

    await page.getByLabel('Adresse électronique').waitFor();
  });

  it('keeps what was typed when signing in is refused', async () => {
    await page.goto(`${stack.url}/fournisseur/`);
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await page.getByRole('link', { name: 'Indiquez votre mot de passe.' }).waitFor();
    await page.getByLabel('Adresse électronique').fill('paule@papeterie.example');
    await page.getByLabel('Mot de passe', { exact: true }).fill('autre chose');
    await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
    await says(page, 'mot de passe ne convient pas');
    expect(await page.getByLabel('Adresse électronique').inputValue()).toBe('paule@papeterie.example');
    await looksSound();
  });

  it('catches up by itself with what happened while the platform was stopped', async () => {
    const supplier = await stack.signedIn('paule@papeterie.example');
    const agent = await stack.signedIn('claire@hopital.example');
    const invoice = await approved(supplier, agent, invoiceTo('F-COUPURE'));
    const [bill] = await billsOnceThere('F-COUPURE');
    if (!bill) throw new Error('no bill');
    await signInQuietly(context, stack.url, 'paule@papeterie.example');
    await page.goto(`${stack.url}/fournisseur/factures/${invoice.id}`);
    await says(page, 'SERVICE_FAIT / 204');
    const loaded = await loadedAt(page);

    await stack.gateway.kill('SIGKILL');
    await stack.books.act(bill, 'post');
    await stack.gateway.start();
    await becomes(supplier, invoice.id, 'PAYMENT_ORDERED');

    await says(page, 'MANDATEE / 204');
    expect(await loadedAt(page)).toBe(loaded);
  });

  it('shows a list that fills without reloading, and empties again when the last one is decided', async () => {
    const supplier = await stack.signedIn('paule@papeterie.example');
    const agent = await stack.signedIn('claire@hopital.example');
    await signInQuietly(context, stack.url, 'claire@hopital.example');
    await page.goto(`${stack.url}/administration/`);
    await says(page, 'Rien ne vous attend');
    const { id } = await deposited(supplier, invoiceTo('F-ARRIVE'));
    await page.getByRole('row').filter({ hasText: 'F-ARRIVE' }).waitFor();
    await act(agent, 'approveInvoice', { invoiceId: id });
    await says(page, 'Rien ne vous attend');
  });

  const billsOnceThere = (number: string) =>
    expect
      .poll(() => stack.books.billsFor(number), { timeout: 30_000 })
      .toHaveLength(1)
      .then(() => stack.books.billsFor(number));
});
