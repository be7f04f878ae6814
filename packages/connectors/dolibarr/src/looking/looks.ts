import type { Look } from '@parvis/connector-kit/check-up';
import { Refused } from '@parvis/connector-kit/failures';
import { accountsNamed } from '@parvis/connector-kit/mapping';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { accountsOfCatalogue } from '../delivering/products.js';
import type { DolibarrClient } from '../protocol/dolibarr-client.js';
import { numberValue, textValue } from '../protocol/values.js';
import type { DolibarrSettings } from '../settings.js';

const statusAnswer = z.looseObject({ success: z.looseObject({ dolibarr_version: z.string() }) });

/** The oldest whose filters take a stamp with its time. */
const OLDEST = 18;

/** The server and who we are there. `heard` is told the version. */
export const accountLooks = (
  client: DolibarrClient,
  heard: (version: string) => void = () => {},
): readonly Look[] => [
  {
    subject: 'credentials',
    label: say('L’adresse et la clé', 'The address and the key'),
    vital: true,
    look: async () => {
      const { success } = await client.ask({ path: 'status' }, statusAnswer);
      const { dolibarr_version: version } = success;
      heard(version);
      if (Number.parseInt(version, 10) < OLDEST) throw new Refused('reference-data-missing', tooOld(version));
      return say(`Dolibarr ${version} répond.`, `Dolibarr ${version} answers.`);
    },
  },
  {
    subject: 'rights',
    label: say('Les droits du compte', 'The rights of the account'),
    look: async () => {
      const rights = await readRights(client);
      if (!rights) return say('Droits non lisibles par ce compte.', 'Rights cannot be read by this account.');
      const missing = neededRights.filter(({ path }) => !has(rights, path));
      if (missing.length > 0) throw new Refused('right-missing', missingRights(missing));
      return say('Le compte a tous les droits nécessaires.', 'The account has every right it needs.');
    },
  },
];

const neededRights = [
  { path: ['societe', 'lire'], name: say('lire les tiers', 'read third parties') },
  { path: ['societe', 'creer'], name: say('créer des tiers', 'create third parties') },
  { path: ['societe', 'client', 'voir'], name: say('voir tous les tiers', 'see all third parties') },
  {
    path: ['fournisseur', 'facture', 'lire'],
    name: say('lire les factures fournisseurs', 'read supplier invoices'),
  },
  {
    path: ['fournisseur', 'facture', 'creer'],
    name: say('créer des factures fournisseurs', 'create supplier invoices'),
  },
  {
    path: ['fournisseur', 'facture', 'supprimer'],
    name: say('supprimer des factures fournisseurs', 'delete supplier invoices'),
  },
] as const;

const userAnswer = z.looseObject({ admin: textValue, rights: z.unknown().optional() });

/** Undefined where the account may not read itself. */
const readRights = async (client: DolibarrClient): Promise<unknown> => {
  try {
    const query = { includepermissions: '1' };
    return (await client.ask({ path: 'users/info', query }, userAnswer)).rights;
  } catch (error) {
    if (error instanceof Refused && error.code !== 'credentials-refused') return undefined;
    throw error;
  }
};

const has = (rights: unknown, path: readonly string[]): boolean => {
  let found: unknown = rights;
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return false;
    found = Object.entries(found).find(([known]) => known === name)?.[1];
  }
  return found === 1 || found === '1' || found === true;
};

const missingRights = (missing: readonly { readonly name: Bilingual }[]): Bilingual =>
  say(
    `Donnez au compte dans Dolibarr : ${missing.map(({ name }) => name.fr).join(', ')}.`,
    `Give the account in Dolibarr: ${missing.map(({ name }) => name.en).join(', ')}.`,
  );

const tooOld = (version: string): Bilingual =>
  say(
    `Dolibarr ${version} est trop ancien : il faut la version ${OLDEST} ou une plus récente.`,
    `Dolibarr ${version} is too old: version ${OLDEST} or a later one is needed.`,
  );

const idRow = z.object({ id: numberValue, name: textValue });

/** An account that may not see third parties is told that there are none: something known must be found. */
export const sightLooks = (
  client: DolibarrClient,
  { knownSupplier }: Pick<DolibarrSettings, 'knownSupplier'>,
): readonly Look[] => [
  {
    subject: 'sight',
    label: say('Ce que le compte voit', 'What the account sees'),
    look: async () => {
      if (knownSupplier === undefined) {
        const rights = await readRights(client);
        const rows = await client.list({ path: 'thirdparties', filters: [], limit: 1 }, idRow);
        if (rows.length > 0) return say('Le compte voit des tiers.', 'The account sees third parties.');
        if (has(rights, ['societe', 'client', 'voir']))
          return say('Aucun tiers dans Dolibarr pour l’instant.', 'No third party in Dolibarr so far.');
        throw new Refused('right-missing', seesNothing);
      }
      const filters = [`(t.siret:=:'${knownSupplier}')`];
      const [row] = await client.list({ path: 'thirdparties', filters, limit: 1 }, idRow);
      if (!row) throw new Refused('right-missing', doesNotSee(knownSupplier));
      const name = row.name ?? knownSupplier;
      return say(`« ${name} » se lit.`, `"${name}" can be read.`);
    },
  },
];

const seesNothing = say(
  'Le compte ne voit aucun tiers : soit il n’y en a pas, soit il lui manque « voir tous les tiers ». Donnez ce droit, ou indiquez le SIRET d’un fournisseur connu.',
  'The account sees no third party: either there is none, or it lacks "see all third parties". Give that right, or name the SIRET of a known supplier.',
);

const doesNotSee = (siret: string): Bilingual =>
  say(
    `Le fournisseur ${siret} ne se lit pas. S’il est dans Dolibarr, donnez au compte le droit « voir tous les tiers ».`,
    `Supplier ${siret} cannot be read. If it is in Dolibarr, give the account the right "see all third parties".`,
  );

export const mappingLooks = (
  client: DolibarrClient,
  settings: Pick<DolibarrSettings, 'payableAccount' | 'expenseAccount' | 'accounts'>,
): readonly Look[] => [
  {
    subject: 'accounts',
    label: say('Les comptes d’achat', 'Purchase accounts'),
    look: async () => {
      const catalogue = await accountsOfCatalogue(client);
      const found = new Map(catalogue.map(({ code, ref }) => [code, ref]));
      const wanted = accountsNamed({ ...settings, payableAccount: settings.expenseAccount });
      const bound = wanted.filter((code) => found.has(code));
      const unbound = wanted.filter((code) => !found.has(code));
      const list = bound.map((code) => `${code} : ${found.get(code)}`).join(', ');
      return unbound.length === 0
        ? say(`Portés par le catalogue (${list}).`, `Carried by the catalogue (${list}).`)
        : say(
            `À ventiler à la main, aucun produit ne les porte : ${unbound.join(', ')}.`,
            `To be bound by hand, no product carries them: ${unbound.join(', ')}.`,
          );
    },
  },
];
