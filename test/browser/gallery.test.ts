import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, colourFaults, sidewaysScroll } from './page-checks.js';

const configFile = fileURLToPath(new URL('../../packages/ui/gallery/vite.config.ts', import.meta.url));
const pages = ['foundations', 'list', 'follow', 'documents', 'forms', 'states', 'figures'];

describeInBrowser('the gallery of components', () => {
  let folder: string;
  let server: PreviewServer;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parvis-gallery-'));
    const shared = { configFile, build: { outDir: folder, emptyOutDir: true }, logLevel: 'error' } as const;
    await build(shared);
    server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const visit = async <Answer>(query: string, width: number, look: (page: Page) => Promise<Answer>) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    try {
      const page = await context.newPage();
      await page.goto(`${server.resolvedUrls?.local[0]}?${query}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (query.includes('page=documents')) await page.locator('.react-pdf__Page canvas').waitFor();
      return await look(page);
    } finally {
      await context.close();
    }
  };

  it.each(pages)('has no accessibility fault on %s: words, colours, widths', async (page) => {
    const light = `page=${page}&theme=light`;
    expect(await visit(`${light}&lang=fr`, 1280, accessibilityFaults)).toEqual([]);
    expect(await visit(`${light}&lang=fr`, 390, accessibilityFaults)).toEqual([]);
    expect(await visit(`${light}&lang=en`, 1280, accessibilityFaults)).toEqual([]);
    expect(await visit(`page=${page}&theme=dark&lang=fr`, 1280, colourFaults)).toEqual([]);
  });

  it.each(pages)('at 390 px, never scrolls sideways on %s', async (page) => {
    expect(await visit(`page=${page}&lang=fr`, 390, sidewaysScroll)).toBe(0);
    expect(await visit(`page=${page}&lang=en`, 390, sidewaysScroll)).toBe(0);
  });

  it('has no accessibility fault in an open dialog, explanation and menu', async () => {
    const dialog = await visit('page=foundations&lang=en', 1280, async (page) => {
      await page.getByRole('button', { name: 'Refuse the invoice' }).click();
      await page.getByRole('dialog').waitFor();
      return accessibilityFaults(page);
    });
    const explanation = await visit('page=foundations&lang=en', 1280, async (page) => {
      await page.getByRole('button', { name: 'invoicing framework' }).focus();
      await page.getByRole('tooltip').waitFor();
      return accessibilityFaults(page);
    });
    const menu = await visit('page=list&lang=en', 390, async (page) => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menu').waitFor();
      return accessibilityFaults(page);
    });
    const account = await visit('page=list&lang=en', 1280, async (page) => {
      await page.getByRole('button', { name: /Claire Vasseur/ }).click();
      await page.getByRole('menu').waitFor();
      return accessibilityFaults(page);
    });
    expect({ dialog, explanation, menu, account }).toEqual({
      dialog: [],
      explanation: [],
      menu: [],
      account: [],
    });
  });

  it('goes from row to row with j and k, and opens with Enter', async () => {
    const opened = await visit('page=list&lang=fr', 1280, async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await page.waitForURL(/page=follow/);
      return new URL(page.url()).searchParams.get('invoice');
    });
    expect(opened).toBe('1');
  });

  it('lists the keys of the page on ?, and leaves a letter typed in a field alone', async () => {
    const keys = await visit('page=list&lang=fr', 1280, async (page) => {
      await page.getByRole('searchbox').last().fill('');
      await page.getByRole('searchbox').last().press('?');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('?');
      return page.getByRole('dialog').locator('kbd').allTextContents();
    });
    expect(keys).toEqual(expect.arrayContaining(['/', 'j', 'k', 'Enter', '?']));
  });

  it('undoes from the toast', async () => {
    await visit('page=foundations&lang=en', 1280, async (page) => {
      await page.getByRole('button', { name: 'Do what can be undone' }).click();
      const toast = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' });
      await toast.click();
      await toast.waitFor({ state: 'detached' });
    });
  });

  it('takes a dropped file, and names the one it refuses', async () => {
    const refused = await visit('page=documents&lang=en', 1280, async (page) => {
      const files = ['facture.xml', 'virus.exe'].map((name) => ({
        name,
        mimeType: '',
        buffer: Buffer.from('x'),
      }));
      await page.locator('input[type=file]').first().setInputFiles(files);
      await page.getByText('facture.xml').waitFor();
      return page.getByRole('alert').filter({ hasText: 'virus.exe' }).count();
    });
    expect(refused).toBe(1);
  });
});
