import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { newContext, signIn } from './visitor.js';

interface Sent {
  readonly query?: string;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: string } };
}

describeInBrowser('a gateway that answers the requests of our apps only', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([
      startStack({ withInvoices: true, trustedDocuments: 'only' }),
      launchChromium(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  /** What a page sends and is refused from now on. */
  const watch = (page: Page) => {
    const sent: Sent[] = [];
    const refused: string[] = [];
    page.on('response', async (response) => {
      if (!response.url().endsWith('/graphql') || response.request().method() !== 'POST') return;
      sent.push(response.request().postDataJSON() as Sent);
      const text = await response.text().catch(() => '');
      if (/document-(unknown|not-trusted)/.test(text)) refused.push(text);
    });
    return { sent, refused };
  };

  it.each([
    ['fournisseur', 'paule@papeterie.example', 'Factures'],
    ['administration', 'claire@hopital.example', 'Factures'],
  ])('serves /%s/ whole, which sends no text of its own', async (app, email, list) => {
    const context = await newContext(browser);
    const page = await context.newPage();
    const { sent, refused } = watch(page);
    await signIn(page, `${stack.url}/${app}/`, email);
    await page.getByRole('navigation').first().getByRole('link', { name: list }).first().click();
    await page.getByRole('row').nth(1).waitFor();
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.filter(({ query }) => query !== undefined)).toEqual([]);
    expect(sent.filter(({ extensions }) => !extensions?.persistedQuery?.sha256Hash)).toEqual([]);
    expect(refused).toEqual([]);
    await context.close();
  });

  it('refuses a text of one’s own, saying why', async () => {
    const response = await fetch(`${stack.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          extensions: {
            refusal: 'document-not-trusted',
            nextStep: expect.stringContaining('compte technique'),
          },
        },
      ],
    });
  });
});
