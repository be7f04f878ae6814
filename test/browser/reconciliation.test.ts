import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, says, signInQuietly } from './visitor.js';

describeInBrowser('the comparison with the books', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({ withInvoices: true }), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  afterEach(async () => {
    expect(troubles).toEqual([]);
    await context.close();
  });

  const open = async (email: string): Promise<void> => {
    context = await newContext(browser);
    page = await context.newPage();
    troubles = noteTroubles(page);
    await signInQuietly(context, stack.url, email);
    await page.goto(`${stack.url}/administration/connecteurs`);
    await page.getByRole('main').locator('a[href*="/connecteurs/"]:not([href*="nouveau"])').first().click();
    await page.getByRole('link', { name: 'Rapprochement' }).click();
    await settled(page);
  };

  const sound = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysScroll(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it('says in one sentence whether both hold the same, and of each gap what to do about it', async () => {
    await open('claire@hopital.example');
    await says(page, 'Aucune comparaison');
    await sound();
    await page.getByRole('button', { name: 'Comparer maintenant' }).click();
    await page
      .getByText(/toutes les mêmes des deux côtés/)
      .first()
      .waitFor();
    await sound();

    // Both entities of the demonstration keep their books there: the other one's are no gaps of this one.
    const drafts = (await stack.books.allBills()).filter(({ state }) => state === 'draft');
    for (const draft of drafts) await stack.books.remove(draft);
    await page.getByRole('button', { name: 'Comparer maintenant' }).click();
    await page
      .getByText(/écarts? sur/)
      .first()
      .waitFor();
    await says(page, 'Renvoyez la facture vers le logiciel comptable, ou refusez-la.');
    await sound();
    await page
      .getByRole('link', { name: /^Voir la transmission de/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Renvoyer', exact: true }).first().waitFor();
    await page.goBack();
    await settled(page);
    await page
      .getByRole('button', { name: /^Voir la comparaison du/ })
      .last()
      .click();
    await page.getByRole('heading', { name: /toutes les mêmes des deux côtés/ }).waitFor();
  });
});
