import { createHmac } from 'node:crypto';
import { codeOf, stepAt } from '@parvis/application/people/factors/totp';
import { openPersistence } from '@parvis/persistence/open-persistence';
import { secretKey } from '@parvis/persistence/testing/test-secret';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, says, signIn, signInQuietly, textOf } from './visitor.js';

const paule = 'paule@papeterie.example';

describeInBrowser('an account protected by a second factor', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];
  let secret = '';
  let codes: readonly string[] = [];
  let step = 0;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
    context = await newContext(browser);
    page = await context.newPage();
    troubles = noteTroubles(page);
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  /** A code whose step was not used yet: the next one holds already. */
  const freshCode = (): string => {
    step = Math.max(step + 1, stepAt(new Date()));
    const bits = [...secret].map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    );
    const key = Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
    const hmac = (with_: Uint8Array, message: Uint8Array) =>
      createHmac('sha1', with_).update(message).digest();
    return codeOf(hmac, key, step);
  };
  const openAccount = async (): Promise<void> => {
    await page.goto(`${stack.url}/fournisseur/compte`);
    await settled(page);
  };
  const signOut = async (): Promise<void> => {
    await page.getByRole('button', { name: /Paule/ }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.waitForURL(`${stack.url}/fournisseur/`);
  };
  let shots = 0;
  const isSound = async (seen = page): Promise<void> => {
    shots += 1;
    for (const width of [1280, 390]) {
      await seen.setViewportSize({ width, height: 844 });
      await expect.poll(() => sidewaysScroll(seen)).toBe(0);
      expect(await accessibilityFaults(seen)).toEqual([]);
      if (process.env.PARVIS_SHOTS)
        await seen.screenshot({ path: `${process.env.PARVIS_SHOTS}/${shots}-${width}.png`, fullPage: true });
    }
    await seen.setViewportSize({ width: 1280, height: 900 });
  };

  it('begins with a password alone, and says so', async () => {
    await signIn(page, `${stack.url}/fournisseur/compte`, paule);
    await settled(page);
    await says(page, 'Mot de passe seul');
    await isSound();
  });

  it('takes an app, and hands out recovery codes once', async () => {
    await page.getByRole('button', { name: 'Ajouter une application' }).click();
    await page.getByRole('img', { name: /Code QR/ }).waitFor();
    secret = (await textOf(page.getByRole('dialog').locator('code'))).replaceAll(' ', '');
    await isSound();
    await page.getByLabel("Code affiché par l'application").fill(freshCode());
    await page.keyboard.press('Enter');
    const shown = page.getByRole('dialog', { name: 'Vos codes de secours' });
    await shown.waitFor();
    codes = await shown.locator('li code').allInnerTexts();
    expect(new Set(codes).size).toBe(10);
    await isSound();
    const downloading = page.waitForEvent('download');
    await shown.getByRole('button', { name: 'Télécharger' }).click();
    expect((await downloading).suggestedFilename()).toBe('codes-de-secours-parvis.txt');
    await shown.getByRole('button', { name: 'Je les ai gardés' }).click();
    await says(page, 'Deux facteurs');
    await page.reload();
    await says(page, 'Il vous reste 10 codes de secours');
    expect(await page.content()).not.toContain(codes[0]);
  });

  it('asks for the code at the next sign-in, with the keyboard alone', async () => {
    await signOut();
    await signIn(page, `${stack.url}/fournisseur/compte`, paule);
    await page.getByLabel("Code de l'application").waitFor();
    await isSound();
    await page.getByLabel("Code de l'application").focus();
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await says(page, 'Ce code ne convient pas');
    await page.getByLabel("Code de l'application").focus();
    await page.keyboard.type(freshCode());
    await page.keyboard.press('Enter');
    await says(page, 'Où je suis connecté');
  });

  it('takes a passkey, which then opens the account by itself', async () => {
    await page.getByRole('button', { name: "Ajouter une clé d'accès" }).click();
    await page.getByLabel('Nom de cette clé').fill('Ordinateur du bureau');
    await page.keyboard.press('Enter');
    await says(page, "Clé d'accès ajoutée.");
    await says(page, 'jamais utilisée');
    await signOut();
    await page.getByRole('button', { name: "Se connecter avec une clé d'accès" }).click();
    await page.getByRole('button', { name: /Paule/ }).waitFor();
    await openAccount();
    await says(page, 'Ordinateur du bureau');
    await says(page, "par clé d'accès");
  });

  it('opens by a recovery code when all else is lost, and counts those left', async () => {
    await signOut();
    await signIn(page, `${stack.url}/fournisseur/compte`, paule);
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await page.getByLabel('Code de secours').fill(codes[0] ?? '');
    await page.keyboard.press('Enter');
    await says(page, 'Il vous reste 9 codes de secours');
  });

  it('asks for it again before the address changes, when the last proof is old', async () => {
    const database = await openPersistence({ url: stack.databaseUrl, secretKey });
    await database.dataSource.query(`UPDATE session SET proved_at = proved_at - interval '11 minutes'`);
    await database.close();
    await openAccount();
    const form = page.getByRole('region', { name: 'Adresse électronique' });
    await form.getByLabel('Nouvelle adresse').fill('paule@ailleurs.example');
    await form.getByLabel('Mot de passe actuel', { exact: true }).fill('parvis-demo');
    await form.getByRole('button', { name: "Changer l'adresse" }).click();
    const asked = page.getByRole('dialog', { name: "Confirmez que c'est bien vous" });
    await asked.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await isSound();
    await asked.getByLabel('Code de secours').fill(codes[3] ?? '');
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    await says(form, /Un lien est parti à paule@ailleurs.example/);
  });

  it('is closed everywhere else at once, and what was open there waits for the second factor', async () => {
    const elsewhere = await newContext(browser);
    const other = await elsewhere.newPage();
    await signIn(other, `${stack.url}/fournisseur/factures`, paule);
    await other.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await other.getByLabel('Code de secours').fill(codes[1] ?? '');
    await other.keyboard.press('Enter');
    await other.getByRole('button', { name: /Paule/ }).waitFor();

    await openAccount();
    await page.getByRole('button', { name: 'Me déconnecter partout ailleurs' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Déconnecter' }).click();
    await says(page, 'Une session terminée.');

    await other.getByRole('link', { name: 'À faire' }).first().click();
    const again = other.getByRole('dialog', { name: 'Votre session a pris fin' });
    await again.waitFor();
    await again.getByLabel('Mot de passe', { exact: true }).fill('parvis-demo');
    await other.keyboard.press('Enter');
    await again.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await again.getByLabel('Code de secours').fill(codes[2] ?? '');
    await other.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    await elsewhere.close();
    expect(troubles).toEqual([]);
  });

  it('opens by the password alone once everything is lost, two managers have approved and a day has passed', async () => {
    const database = await openPersistence({
      url: stack.databaseUrl,
      secretKey: 'of no use to this test, but asked for',
    });
    const managers = ['claire@hopital.example', 'anne@mairie.example'];
    await database.work.run(async ({ accounts, memberships }) => {
      const userIdOf = async (email: string) => (await accounts.findByEmail(email))?.userId ?? '';
      const [own] = await memberships.ofUser(await userIdOf(paule));
      const structureId = own?.structureId ?? '';
      for (const email of managers)
        await memberships.add({
          userId: await userIdOf(email),
          structureId,
          role: 'deputyManager',
          grants: [],
        });
    });
    const contexts = [await newContext(browser)];
    const lost = await contexts[0]?.newPage();
    if (!lost) throw new Error('no page');
    await signIn(lost, `${stack.url}/fournisseur/factures`, paule);
    await lost.getByRole('button', { name: "J'ai tout perdu" }).click();
    await lost.getByLabel('Ce qui est arrivé').waitFor();
    await isSound(lost);
    await lost.getByLabel('Ce qui est arrivé').fill('Téléphone et codes volés dans le train');
    await lost.getByRole('button', { name: 'Envoyer la demande' }).click();
    await says(lost, 'Votre demande est en cours');
    await isSound(lost);

    for (const email of managers) {
      const desk = await newContext(browser);
      contexts.push(desk);
      await signInQuietly(desk, stack.url, email);
      const requests = await desk.newPage();
      await requests.goto(`${stack.url}/fournisseur/organisation/demandes`);
      await says(requests, 'Paule Bocage a perdu ses seconds facteurs.');
      if (email === managers[0]) await isSound(requests);
      await database.dataSource.query("UPDATE session SET proved_at = proved_at - interval '11 minutes'");
      await requests.getByRole('button', { name: 'Approuver' }).click();
      const asked = requests.getByRole('dialog', { name: 'Approuver la demande de Paule Bocage' });
      await asked.getByLabel('Motif').fill('Vue ce matin à son bureau');
      await asked.getByRole('button', { name: 'Approuver' }).click();
      const proof = requests.getByRole('dialog', { name: "Confirmez que c'est bien vous" });
      await proof.getByLabel('Mot de passe', { exact: true }).fill('parvis-demo');
      if (email === managers[0]) await isSound(requests);
      await requests.keyboard.press('Enter');
      await says(requests, 'Votre approbation est enregistrée.');
      await says(requests, /Approuvée par .* : « Vue ce matin/);
    }
    await openAccount();
    await says(page, 'Vos seconds facteurs vont être retirés');
    await isSound();

    await database.dataSource.query(
      "UPDATE factor_reset SET effective_at = now() - interval '1 second' WHERE state = 'granted'",
    );
    await stack.worker.kill('SIGTERM');
    await stack.worker.start();
    await expect
      .poll(() => database.dataSource.query('SELECT state FROM factor_reset'), { timeout: 20_000 })
      .toEqual([{ state: 'done' }]);
    await database.close();
    await signIn(lost, `${stack.url}/fournisseur/factures`, paule);
    await lost.waitForURL(`${stack.url}/fournisseur/compte`);
    await says(lost, 'Protégez de nouveau votre compte maintenant');
    await isSound(lost);
    for (const opened of contexts) await opened.close();
  });

  it('tells a stranger who guesses until when, and what opens all the same', async () => {
    const stranger = await (await newContext(browser)).newPage();
    await stranger.goto(`${stack.url}/fournisseur/`);
    for (let tries = 0; tries < 6; tries += 1) {
      await stranger.getByLabel('Adresse électronique').fill(paule);
      await stranger.getByLabel('Mot de passe', { exact: true }).fill(`essai ${tries}`);
      await stranger.getByRole('button', { name: 'Se connecter', exact: true }).click();
      await stranger.getByRole('alert').waitFor();
    }
    const said = await textOf(stranger.getByRole('alert'));
    expect(said).toMatch(/Réessayez à partir de \d\d h \d\d.*clé d'accès/);
  });
});
