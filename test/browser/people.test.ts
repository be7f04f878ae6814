import { linkIn } from '@parvis/application/testing/mails';
import { openPersistence } from '@parvis/persistence/open-persistence';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { becomes, deposited, invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, says, signInQuietly, textOf } from './visitor.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

describeInBrowser('people, requests and mandates', () => {
  let stack: Stack;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const troubles: string[][] = [];

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  afterEach(async () => {
    expect(troubles.splice(0).flat()).toEqual([]);
    for (const context of contexts.splice(0)) await context.close();
  });

  const as = async (email: string, path: string): Promise<Page> => {
    const context = await newContext(browser);
    contexts.push(context);
    const page = await context.newPage();
    troubles.push(noteTroubles(page));
    await signInQuietly(context, stack.url, email);
    await page.goto(`${stack.url}${path}`);
    await settled(page);
    return page;
  };

  /** What was last written to an address; no mail leaves the demonstration. */
  const mailTo = async (address: string): Promise<string> => {
    const database = await openPersistence({
      url: stack.databaseUrl,
      secretKey: 'of no use to mails, but asked for',
    });
    const waiting = await database.work.run(({ mail }) => mail.newestWaiting(100));
    await database.close();
    return waiting.find(({ to }) => to === address)?.body ?? '';
  };

  let shots = 0;
  const sound = async (page: Page): Promise<void> => {
    shots += 1;
    if (process.env.PARVIS_SHOTS)
      await page.screenshot({ path: `${process.env.PARVIS_SHOTS}/${shots}-1280.png`, fullPage: true });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysScroll(page)).toBe(0);
    if (process.env.PARVIS_SHOTS)
      await page.screenshot({ path: `${process.env.PARVIS_SHOTS}/${shots}-390.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it('lets a manager accept a request with rights narrowed to a service, and the newcomer work with them', async () => {
    const waiting = await as('lea@mairie.example', '/administration/');
    await waiting.getByRole('link', { name: /^Suivre mes demandes/ }).click();
    await waiting.getByRole('button', { name: 'Retirer ma demande' }).waitFor();
    const anne = await as('anne@mairie.example', '/administration/organisation/demandes');
    await says(anne, 'Léa Fontaine');
    await says(anne, 'Je remplace Anne');
    await sound(anne);
    await anne.getByRole('button', { name: 'Accepter Léa Fontaine' }).click();
    await anne.getByLabel('Limiter à des services').check();
    await anne.getByLabel(/\(ECOLES\)/).check();
    await says(anne, 'Factures reçues : consulter et agir (ECOLES)');
    await sound(anne);
    await anne.getByRole('button', { name: 'Accepter avec ces droits' }).click();
    await says(anne, 'Léa Fontaine a rejoint la structure.');

    const lea = await as('lea@mairie.example', '/administration/organisation/demandes');
    await says(lea, 'Validée');
    await sound(lea);
  });

  it('shows who may do what, changes it with a reason, and takes the change back', async () => {
    const anne = await as('anne@mairie.example', '/administration/organisation/personnes');
    await says(anne, 'Sophie Guérin');
    await sound(anne);
    await anne.getByRole('searchbox', { name: 'Nom ou adresse' }).fill('niel');
    await anne.getByRole('button', { name: 'Modifier les droits de Thomas Niel' }).click();
    await anne.getByLabel('Engagements', { exact: true }).selectOption('READ');
    await anne.getByRole('button', { name: 'Enregistrer' }).click();
    await says(anne, 'Il manque le motif.');
    await sound(anne);
    await anne.getByLabel('Motif').fill('Il suit aussi les bons de commande');
    await anne.getByRole('button', { name: 'Enregistrer' }).click();
    await says(anne, 'Droits de Thomas Niel enregistrés.');
    await says(anne, 'Engagements · Consulter');
    await anne.getByRole('button', { name: 'Annuler', exact: true }).click();
    await says(anne, 'Droits de Thomas Niel rétablis.');
    await anne.getByRole('button', { name: 'Historique' }).click();
    await says(anne, 'Il suit aussi les bons de commande');
    await sound(anne);
  });

  it('lets a deputy manage users, and leave the main manager alone', async () => {
    const sophie = await as('sophie@mairie.example', '/administration/organisation/personnes');
    await sophie.getByRole('button', { name: 'Modifier les droits de Thomas Niel' }).waitFor();
    expect(await sophie.getByRole('button', { name: /Anne Rouault/ }).count()).toBe(0);
    const thomas = await as('thomas@mairie.example', '/administration/organisation/personnes');
    await says(thomas, 'Consulter les personnes et leurs droits');
    await sound(thomas);
    await thomas.getByRole('link', { name: 'Demandes', exact: true }).click();
    await says(thomas, 'Vous n’avez rien demandé');
  });

  it('brings somebody in by a link that opens for its receiver only', async () => {
    const anne = await as('anne@mairie.example', '/administration/organisation/personnes');
    await anne.getByRole('button', { name: 'Inviter une personne' }).click();
    await anne.getByLabel('Adresse de messagerie').fill('odile@cabinet.example');
    await anne.getByLabel('Motif').fill('Elle suit nos factures');
    await sound(anne);
    await anne.getByRole('button', { name: "Envoyer l'invitation" }).click();
    await says(anne, 'odile@cabinet.example, invité par Anne Rouault');

    const secret = linkIn({ body: await mailTo('odile@cabinet.example') });
    const odile = await as('odile@cabinet.example', `/administration/invitation#${secret}`);
    await says(odile, 'Anne Rouault vous invite');
    await sound(odile);
    await odile.getByRole('button', { name: 'Rejoindre Commune de Saint-Aubin-des-Prés' }).click();
    await odile.getByRole('heading', { level: 1, name: 'À traiter' }).waitFor();

    await odile.goto(`${stack.url}/fournisseur/compte`);
    await odile.getByRole('button', { name: 'Quitter Commune de Saint-Aubin-des-Prés' }).click();
    await sound(odile);
    await odile.getByRole('dialog').getByRole('button', { name: 'Quitter' }).click();
    await says(odile, 'Vous avez quitté Commune de Saint-Aubin-des-Prés.');
    expect(await odile.getByRole('button', { name: /Quitter Commune/ }).count()).toBe(0);
    await anne.getByRole('button', { name: 'Historique' }).click();
    await says(anne, 'Départ de la structure');
  });

  it('takes somebody without an account inside by a name and a password, with the rights shown', async () => {
    const anne = await as('anne@mairie.example', '/administration/organisation/personnes');
    await anne.getByRole('button', { name: 'Inviter une personne' }).click();
    const form = anne.getByRole('dialog');
    await form.getByLabel('Adresse de messagerie').fill('ines@nouvelle.example');
    await form.getByLabel("Jusqu'au").fill('2020-12-31');
    await anne.keyboard.press('Escape');
    await anne.getByRole('button', { name: 'Inviter une personne' }).click();
    await form.getByRole('button', { name: "Envoyer l'invitation" }).click();
    await says(anne, 'Cette date est déjà passée.');
    expect(await form.getByLabel("Jusqu'au").getAttribute('aria-invalid')).toBe('true');
    expect(await form.getByLabel('Motif').getAttribute('aria-invalid')).toBe('true');
    await form.getByLabel("Jusqu'au").fill('2098-12-31');
    await says(anne, 'Jusqu’au 31 décembre 2098 compris.');
    await form.getByLabel('Motif').fill('Renfort');
    await form.getByRole('button', { name: "Envoyer l'invitation" }).click();
    await says(anne, 'ines@nouvelle.example, invité par Anne Rouault');
    await says(anne, "Jusqu'au 31 décembre 2098");
    await sound(anne);

    const context = await newContext(browser);
    contexts.push(context);
    const ines = await context.newPage();
    troubles.push(noteTroubles(ines));
    const secret = linkIn({ body: await mailTo('ines@nouvelle.example') });
    await ines.goto(`${stack.url}/administration/invitation#${secret}`);
    await ines.getByRole('button', { name: 'Créer un compte' }).click();
    await ines.getByLabel('Prénom et nom').fill('Inès Faure');
    await ines.getByLabel('Mot de passe', { exact: true }).fill('encre, papier et buvard');
    await sound(ines);
    await ines.getByRole('button', { name: 'Créer mon compte et rejoindre' }).click();
    await ines.getByRole('heading', { level: 1, name: 'À traiter' }).waitFor();
  });

  it('keeps whoever is narrowed to a service to its invoices, in lists and in counts', async () => {
    const supplier = await stack.signedIn('hugo@traiteur.example');
    const buyer = await stack.signedIn('anne@mairie.example');
    const toTown = { supplier: 'traiteur', recipient: 'town', engagementNumber: 'BC-1' } as const;
    const school = await deposited(supplier, invoiceTo('F-ECOLE', { ...toTown, serviceCode: 'ECOLES' }));
    const road = await deposited(supplier, invoiceTo('F-ROUTE', { ...toTown, serviceCode: 'VOIRIE' }));
    for (const { id } of [school, road]) await becomes(buyer, id, 'MADE_AVAILABLE');

    const numbersFor = async (email: string) => {
      const page = await as(email, '/administration/');
      const table = page.getByRole('table');
      const rows = () => table.getByText(/^F-(ECOLE|ROUTE)$/).allInnerTexts();
      await says(page, 'F-ECOLE');
      const inbox = await rows();
      const [header] = /\d+ factures? à traiter/.exec(await textOf(page.getByRole('navigation'))) ?? [];
      const counted = await textOf(page.getByRole('button', { name: /^Tout/ }));
      await page.goto(`${stack.url}/administration/factures`);
      await says(page, 'F-ECOLE');
      const listed = [...(await rows()), await textOf(page.getByRole('button', { name: /^Toutes/ }))];
      return { inbox: inbox.sort(), header, counted, listed: listed.sort(), page };
    };
    const { page, ...thomas } = await numbersFor('thomas@mairie.example');
    expect(thomas).toEqual({
      inbox: ['F-ECOLE'],
      header: '1 facture à traiter',
      counted: 'Tout 1',
      listed: ['F-ECOLE', 'Toutes 1'],
    });
    const { page: _anne, ...anne } = await numbersFor('anne@mairie.example');
    expect(anne).toEqual({
      inbox: ['F-ECOLE', 'F-ROUTE'],
      header: '2 factures à traiter',
      counted: 'Tout 2',
      listed: ['F-ECOLE', 'F-ROUTE', 'Toutes 2'],
    });
    await page.goto(`${stack.url}/administration/factures/${road.id}`);
    await settled(page);
    expect(await page.getByText('F-ROUTE').count()).toBe(0);
  });

  it('lets an accountant work for a client until the client revokes the mandate', async () => {
    const odile = await as('odile@cabinet.example', '/fournisseur/organisation/mandats');
    // Whoever has clients and has given no mandate is shown the clients.
    await says(odile, 'Traiteur Lemaire');
    await sound(odile);
    await odile.getByRole('button', { name: 'Travailler pour Papeterie du Bocage' }).click();
    await odile.getByRole('heading', { level: 1, name: 'Mes factures' }).waitFor();
    const accountant = await stack.signedIn('odile@cabinet.example');
    const { viewer } = await accountant.query<{ viewer: { memberships: { structure: Named }[] } }>(
      '{ viewer { memberships { structure { id name } } } }',
    );
    const client = viewer.memberships.find(({ structure }) => structure.name === 'Papeterie du Bocage');
    await deposited(accountant, invoiceTo('F-2026-0900'), client?.structure.id);

    const paule = await as('paule@papeterie.example', '/fournisseur/organisation/mandats');
    await says(paule, 'Cabinet Roche');
    await sound(paule);
    await paule.getByRole('button', { name: 'Révoquer le mandat de Cabinet Roche' }).click();
    await paule.getByLabel('Motif').fill('Changement de cabinet');
    await paule.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
    await says(paule, 'Mandat révoqué : l’accès est fermé.');
    await odile.goto(`${stack.url}/fournisseur/organisation/mandats`);
    await says(odile, 'Traiteur Lemaire');
    expect(await odile.getByRole('button', { name: /Papeterie/ }).count()).toBe(0);

    await paule.getByRole('button', { name: 'Donner un mandat' }).click();
    await paule.getByLabel('SIRET du mandataire').fill('000 000 893 00016');
    await says(paule, 'Mandataire : Cabinet Roche');
    await sound(paule);
  });
});
