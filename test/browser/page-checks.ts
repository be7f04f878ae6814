import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What an accessibility inspector finds. In one frame only: the document in the sandboxed one may run no script, an
 * inspector's neither.
 */
export const accessibilityFaults = (page: Page): Promise<string[]> => inspect(page, {}, 5);

/** Of colours alone: what else a page is does not change with them. */
export const colourFaults = (page: Page): Promise<string[]> =>
  inspect(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }, 1);

type RunOptions = Parameters<AxeBuilder['options']>[0];

const inspect = async (page: Page, options: RunOptions, atLeast: number): Promise<string[]> => {
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ iframes: false, resultTypes: ['violations'], ...options })
    .analyze();
  if (passes.length < atLeast) throw new Error('the inspector looked at next to nothing');
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html}`).join(', ')}`,
  );
};

/** By how many pixels the page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** All that goes wrong behind a page: errors in its console, scripts that fail. */
export const noteTroubles = (page: Page): string[] => {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  return troubles;
};

/** Waits until nothing on the page is still on its way. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};
