import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, says, signInQuietly } from './visitor.js';

describeInBrowser('the page of keys for programs', () => {
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
  beforeEach(async () => {
    context = await newContext(browser);
    page = await context.newPage();
    troubles = noteTroubles(page);
    await signInQuietly(context, stack.url, 'paule@papeterie.example');
    await page.goto(`${stack.url}/fournisseur/acces-api`);
    await settled(page);
  });
  afterEach(async () => {
    expect(troubles).toEqual([]);
    await context.close();
  });

  const sound = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysScroll(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it('makes a key, shows it once, tests it, renews it and ends it', async () => {
    await says(page, 'Aucun programme pour l’instant');
    await sound();
    await page.getByRole('button', { name: 'Créer une clé' }).click();
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    await says(page, 'Donnez un nom au programme.');
    await sound();
    await page.getByLabel('Nom du programme').fill('Logiciel de facturation');
    await page.getByRole('button', { name: 'Créer la clé' }).click();
    await says(page, 'Elle ne sera plus jamais affichée');
    const key = (
      await page
        .locator('code')
        .filter({ hasText: /^parvis_/ })
        .innerText()
    ).trim();
    await page.getByRole('button', { name: 'Tester cette clé' }).click();
    await says(
      page,
      'La clé fonctionne : le programme « Logiciel de facturation » agit pour Papeterie du Bocage.',
    );
    await sound();
    await page.getByRole('button', { name: 'J’ai copié la clé' }).click();
    await page.reload();
    await settled(page);
    expect(await page.getByText(key).count()).toBe(0);
    await says(page, 'En vigueur');

    await page.getByRole('button', { name: /^Renouveler/ }).click();
    await sound();
    await page.getByRole('button', { name: 'Créer la nouvelle clé' }).click();
    await says(page, 'Remplacée, fonctionne encore');
    expect(await nameBehind(key)).toBe('Logiciel de facturation');

    await page.getByRole('button', { name: 'Fermer ce programme' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer ce programme' }).click();
    await says(page, 'Fermé');
    expect(await nameBehind(key)).toBeUndefined();
  });

  it('is for those who hold the right', async () => {
    await context.clearCookies();
    await signInQuietly(context, stack.url, 'yann@energies.example');
    await page.goto(`${stack.url}/fournisseur/acces-api`);
    await says(page, 'Vous n’avez pas accès aux clés de cette structure');
    await sound();
  });

  const nameBehind = async (key: string): Promise<string | undefined> => {
    const response = await fetch(`${stack.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: '{ callingProgram { name } }' }),
    });
    const { data } = (await response.json()) as {
      data?: { callingProgram?: { name: string } | null } | null;
    };
    return data?.callingProgram?.name;
  };
});
