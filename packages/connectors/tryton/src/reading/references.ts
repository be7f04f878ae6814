import type { TrytonConnection } from '../connection.js';
import type { References } from '../reference-data.js';
import { readNamedAccounts, requiredAccount } from './accounts.js';
import { readJournal, readPaymentTerm } from './books.js';
import { readCompany, readEuro, readFrance } from './company.js';
import { readTaxes } from './taxes.js';

/** Read once for each account, and again after Tryton refused something: an identifier may have gone stale. */
export const referencesOf = (client: TrytonConnection): Promise<References> => {
  const { session } = client;
  session.references ??= readReferences(client).catch((error: unknown) => {
    session.references = undefined;
    throw error;
  });
  return session.references;
};

const readReferences = async (client: TrytonConnection): Promise<References> => {
  const { settings } = client;
  const company = await readCompany(client);
  const accounts = await readNamedAccounts(client, settings);
  return {
    company,
    euro: await readEuro(client),
    france: await readFrance(client),
    journal: await readJournal(client, settings.journal),
    payableAccount: requiredAccount(accounts, settings.payableAccount).id,
    paymentTerm: await readPaymentTerm(client, settings.paymentTerm),
    accounts,
    taxes: await readTaxes(client),
  };
};
