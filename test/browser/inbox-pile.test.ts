import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { becomes, deposited, invoiceTo, see } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { newContext, signInQuietly } from './visitor.js';

describeInBrowser('a pile in the inbox', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it.each([1280, 390])('is certified at once at %i px, and only what was chosen', async (width) => {
    const supplier = await stack.signedIn('paule@papeterie.example');
    const buyer = await stack.signedIn('claire@hopital.example');
    const numbers = ['1', '2', '3'].map((position) => `PILE-${width}-${position}`);
    const ids: string[] = [];
    for (const number of numbers) ids.push((await deposited(supplier, invoiceTo(number))).id);
    const [first = '', second = '', left = ''] = ids;
    for (const id of ids) await becomes(buyer, id, 'MADE_AVAILABLE');

    const context = await newContext(browser, { width });
    await signInQuietly(context, stack.url, 'claire@hopital.example');
    const page = await context.newPage();
    await page.goto(`${stack.url}/administration/`);
    for (const number of numbers.slice(0, 2))
      await page.getByRole('checkbox', { name: new RegExp(number) }).check();
    // A button that something covers cannot be clicked.
    await page
      .getByRole('region', { name: 'Factures choisies' })
      .getByRole('button', { name: /Certifier/ })
      .click();
    await page.getByText('2 factures certifiées.').waitFor();

    await becomes(buyer, first, 'SERVICE_CONFIRMED');
    await becomes(buyer, second, 'SERVICE_CONFIRMED');
    expect((await see(buyer, left))?.status).toBe('MADE_AVAILABLE');
    await context.close();
  });
});
