import { randomUUID } from 'node:crypto';
import { makeAccountant } from '@parvis/connector-tryton/testing/accountant';
import type { TestTryton } from '@parvis/connector-tryton/testing/tryton-harness';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { becomes, deposited, invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { toldAsOneStory } from '../support/story.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, settled } from './page-checks.js';
import { newContext, says, signInQuietly } from './visitor.js';

declare module 'vitest' {
  interface ProvidedContext {
    tryton: TestTryton | { readonly missing: string };
  }
}

/** Of the entity that has connected nothing yet. */
const AGENT = 'marc@ddt.example';

/** Tryton keeps its books from one run of the tests to the next. */
const fresh = (): string => `F-${randomUUID().slice(0, 12)}`;

describeInBrowser('connecting a real Tryton', () => {
  const [tried, sent] = [fresh(), fresh()];
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let tryton: TestTryton;

  beforeAll(async () => {
    const given = inject('tryton');
    if ('missing' in given) return;
    tryton = given;
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
    context = await newContext(browser);
    page = await context.newPage();
    await signInQuietly(context, stack.url, AGENT);
    await arrives(tried);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  beforeEach((test) => {
    const given = inject('tryton');
    if ('missing' in given) test.skip(given.missing);
  });
  toldAsOneStory();

  const arrives = async (number: string): Promise<void> => {
    const supplier = await stack.signedIn('paule@papeterie.example');
    const invoice = invoiceTo(number, { recipient: 'state', serviceCode: 'FINDDT076' });
    const { id } = await deposited(supplier, invoice);
    await becomes(await stack.signedIn(AGENT), id, 'MADE_AVAILABLE');
  };
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 2, name }).waitFor();
  /** Finds what the system offers by a few letters, with the keyboard alone. */
  const choose = async (field: RegExp, letters: string, chosen: string): Promise<void> => {
    const place = page.getByRole('combobox', { name: field });
    await place.focus();
    await page.keyboard.type(letters);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await place.inputValue()).toBe(chosen);
  };

  it('says in words what a wrong password hinders, and goes on with the right one', async () => {
    await page.goto(`${stack.url}/administration/connecteurs/nouveau/tryton`);
    await settled(page);
    await page.getByLabel(/^Adresse de la base/).fill(tryton.url);
    await page.getByLabel(/^Identifiant/).fill(tryton.user);
    await page.getByLabel('Mot de passe', { exact: true }).fill('un autre');
    await press('Tester');
    await says(page, 'Quelque chose manque.');
    await page.getByLabel('Mot de passe', { exact: true }).fill(tryton.password);
    await press('Tester');
    await says(page, 'Tout va bien.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Continuer');
  });

  it('offers the accounts as Tryton has them, and rules in their order', async () => {
    await heading('Choisir où vont les factures');
    await press('Continuer');
    await heading('Imputer les lignes');
    await choose(/^Compte fournisseurs/, '40110', '40110');
    await choose(/^Compte de charge par défaut/, '60625', '60625');
    await page
      .getByRole('group', { name: /^Règles d’imputation/ })
      .getByRole('button', { name: 'Ajouter une ligne' })
      .click();
    await page.keyboard.type('RESTAURATION');
    await choose(/^Compte$/, '60630', '60630');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Continuer');
    await page.getByLabel('Nom du raccordement').fill('Tryton de la DDT');
    await page.getByRole('radio', { name: /^Production/ }).check();
    await page.getByRole('radio', { name: /^Dès leur arrivée/ }).check();
    await press('Enregistrer et essayer à blanc');
  });

  it('shows the bill that the last invoice would become, and goes in service', async () => {
    await press('Lancer l’essai à blanc');
    await says(page, 'La facture essayée passerait.');
    await page.getByRole('cell', { name: /60625/ }).first().waitFor();
    await press('Mettre en service');
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre en service' }).click();
    await says(page, 'Tryton de la DDT est en service.');
  });

  it('delivers an invoice, and shows it as Tryton calls it', async () => {
    await arrives(sent);
    await page.getByRole('link', { name: 'Transmissions', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: sent });
    await row.getByText('Transmise', { exact: true }).waitFor({ timeout: 40_000 });
    const { url, accountantUser, accountantPassword } = tryton;
    const accountant = makeAccountant({ url, user: accountantUser, password: accountantPassword });
    expect(await accountant.findBill(sent)).toBeDefined();
    expect(await accountant.findBill(tried)).toBeUndefined();
  });
});
