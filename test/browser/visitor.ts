import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright-core';

/** Enough for a busy machine; what takes longer than this will not come. */
const PATIENCE_MS = 20_000;

export interface VisitorOptions {
  /** What the browser asks for; people of the demonstration read French unless told otherwise. */
  readonly locale?: string;
  readonly width?: number;
}

/** A browser of one's own: nobody else's cookies, nobody else's choices. */
export const newContext = async (
  browser: Browser,
  { locale = 'fr-FR', width = 1280 }: VisitorOptions = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    locale,
    timezoneId: 'Europe/Paris',
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
};

/** Signs in at a page of either app, as people do. */
export const signIn = async (page: Page, address: string, email: string): Promise<void> => {
  await page.goto(address);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill('parvis-demo');
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
};

/** Signs a browser in without looking at the page for it. */
export const signInQuietly = async (context: BrowserContext, url: string, email: string): Promise<void> => {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  const answer = await context.request.post(`${url}/graphql`, {
    headers: { origin: url, 'x-parvis-request': '1' },
    data: { query, variables: { input: { email, password: 'parvis-demo' } } },
  });
  const { data } = (await answer.json()) as { data?: { signIn: { __typename: string } } };
  if (data?.signIn.__typename !== 'SignedIn') throw new Error(`${email} could not sign in`);
};

/** A file as it lies on somebody's desk. */
export const onDesk = (name: string, bytes: Uint8Array, mimeType = 'application/xml') => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

type DeskFile = ReturnType<typeof onDesk>;

/** Lets a file fall where the page takes files. */
export const drop = async (page: Page, { name, mimeType, buffer }: DeskFile): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    ({ name, mimeType, bytes }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      return transfer;
    },
    { name, mimeType, bytes: [...buffer] },
  );
  await page.getByText('Choisir des fichiers', { exact: true }).dispatchEvent('drop', { dataTransfer });
};

/** What a place on the page says, with plain spaces where typography puts others. */
export const textOf = async (place: Locator): Promise<string> =>
  (await place.innerText()).replaceAll(/\s+/g, ' ').trim();

/** The facts told in a place: each term with what is said of it. */
export const factsIn = async (place: Locator): Promise<Record<string, string>> => {
  const pairs = await place.locator('dt').evaluateAll((terms) =>
    terms.map((term) => [
      term.textContent,
      // A folded list holds its facts too.
      term.nextElementSibling?.textContent ?? '',
    ]),
  );
  return Object.fromEntries(pairs.map(([label, value]) => [label, (value ?? '').replaceAll(/\s/g, ' ')]));
};

/** Waits until the page says it, without asking the page to load again. */
export const says = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

/** Goes forward with the Tab key until the focus is there. */
export const tabTo = async (page: Page, place: Locator): Promise<void> => {
  await place.waitFor({ state: 'attached' });
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reaches ${place}`);
};

/** When the page was loaded: the same as long as nobody has loaded it again. */
export const loadedAt = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin);

export const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());
