import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, says, signInQuietly } from './visitor.js';

describeInBrowser('the page of one’s own structure', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  afterEach(async () => {
    expect(troubles).toEqual([]);
    await context.close();
  });

  const open = async (app: string, email: string): Promise<void> => {
    context = await newContext(browser);
    page = await context.newPage();
    troubles = noteTroubles(page);
    await signInQuietly(context, stack.url, email);
    await page.goto(`${stack.url}/${app}/organisation`);
    await settled(page);
  };

  const sound = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysScroll(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it('lets a manager correct the address, with every fault at its field', async () => {
    await open('fournisseur', 'paule@papeterie.example');
    await says(page, '12 rue des Tanneurs');
    await sound();
    await page.getByRole('button', { name: 'Modifier' }).click();
    await page.getByLabel('Raison sociale').fill('');
    await page.getByLabel('Code postal').fill('1400');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await says(page, 'Il manque le nom.');
    await says(page, "Ce n'est pas un code postal de ce pays.");
    await sound();
    await page.reload();
    await settled(page);
    await expect.poll(() => page.getByLabel('Code postal').inputValue()).toBe('1400');
    await page.getByLabel('Raison sociale').fill('Papeterie du Bocage et fils');
    await page.getByLabel('Code postal').fill('97400');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await says(page, 'Vos modifications sont enregistrées.');
    await page.getByRole('heading', { level: 1, name: 'Papeterie du Bocage et fils' }).waitFor();
    await says(page, 'Code postal : 14000 → 97400');
  });

  it('lets a manager add a bank account and end it', async () => {
    await open('fournisseur', 'paule@papeterie.example');
    await page.getByRole('button', { name: 'Ajouter un compte' }).click();
    await page.getByLabel('Nom du compte').fill('Compte affacturage');
    await page.getByLabel('IBAN').fill('FR76 3000 4000 0312 3456 7890 144');
    await page.getByLabel('À un affactureur').check();
    await page.getByRole('button', { name: 'Ajouter un compte' }).click();
    await says(page, 'Cet IBAN est faux');
    await says(page, 'Il manque le nom de l’affactureur.');
    await sound();
    await page.getByLabel('IBAN').fill('FR76 3000 4000 0312 3456 7890 143');
    await page.getByLabel('Nom de l’affactureur').fill('Affacturage du Centre');
    await page.getByRole('button', { name: 'Ajouter un compte' }).click();
    await says(page, 'Affactureur : Affacturage du Centre');
    await page.getByRole('button', { name: 'Mettre fin au compte Compte affacturage' }).click();
    await says(page, 'Aujourd’hui est son dernier jour.');
    await sound();
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre fin' }).click();
    await says(page, 'Dernier jour aujourd’hui');
  });

  it('shows what goes along before a town moves to another SIRET', async () => {
    await open('administration', 'anne@mairie.example');
    await sound();
    await page.getByRole('button', { name: 'Changer de SIRET' }).click();
    await page.getByLabel('Nouveau SIRET', { exact: true }).fill('000 003 202 00025');
    await page.getByLabel('Motif').fill('Commune nouvelle');
    await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
    await says(page, '000 003 202 00017 devient 000 003 202 00025, tout de suite.');
    await sound();
    await page.getByRole('button', { name: 'Changer de SIRET' }).click();
    await says(page, 'Cochez la phrase pour confirmer.');
    await page.getByLabel(/Je confirme que Commune de Saint-Aubin-des-Prés continue/).check();
    await page.getByRole('button', { name: 'Changer de SIRET' }).click();
    await says(page, 'Identifiants précédents');
    await says(page, 'Motif : Commune nouvelle');
    await sound();
  });

  it('lets everyone else of the structure read, and says who can open more', async () => {
    await open('fournisseur', 'yann@energies.example');
    await says(page, 'Un gestionnaire de la structure peut vous ouvrir');
    await says(page, 'FR•• ••••');
    expect(await page.getByRole('button', { name: 'Modifier' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Changer de SIRET' }).count()).toBe(0);
    await sound();
  });
});
