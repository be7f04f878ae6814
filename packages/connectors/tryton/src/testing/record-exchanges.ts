/**
 * Records anew what the unit tests replay, from a fresh server:
 *
 *   tooling/tryton/stop-tryton.sh --purge; tooling/tryton/start-tryton.sh >env; set -a; . ./env
 *   node packages/connectors/tryton/dist/testing/record-exchanges.js packages/connectors/tryton/src/recorded
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RecordedExchange } from '@parvis/connector-kit/exchange';
import { recordedEnvelope, recordedKey } from '@parvis/connector-kit/testing/recorded-delivery';
import { trytonKind } from '../tryton-kind.js';
import { makeAccountant } from './accountant.js';
import { recordedSettings } from './recorded-settings.js';

const [folder = '.'] = process.argv.slice(2);
const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: see tooling/tryton/start-tryton.sh`);
  return value;
};
const account = { url: given('TRYTON_URL'), user: given('TRYTON_USER'), password: given('TRYTON_PASSWORD') };

let exchanges: RecordedExchange[] = [];
const connector = trytonKind.open(
  { ...recordedSettings, ...account },
  {
    now: () => new Date(),
    mark: () => {},
    privateTargets: true,
    record: (exchange) => void exchanges.push(exchange),
  },
);

const keep = (name: string, more: object = {}): void => {
  const text = JSON.stringify({ ...more, exchanges }, null, 1).replaceAll(
    new URL(account.url).origin,
    new URL(recordedSettings.url).origin,
  );
  writeFileSync(path.join(folder, `${name}.json`), `${text}\n`);
  exchanges = [];
};

const page = await connector.statusesAfter(null);
const cursor = page.kind === 'page' ? page.next : null;
const signingIn = [
  'common.db.login',
  'model.res.user.get_preferences',
  'model.ir.model.field.search_read',
  'model.ir.model.access.get_access',
  'model.company.company.search_read',
];
exchanges = exchanges.filter(({ question }) => signingIn.includes(question.what));
keep('sign-in');

const delivered = await connector.deliver(recordedEnvelope, recordedKey);
if (delivered.kind !== 'accepted') throw new Error(`not delivered: ${JSON.stringify(delivered)}`);
keep('delivery');

const accountant = makeAccountant({
  url: account.url,
  user: given('TRYTON_ACCOUNTANT_USER'),
  password: given('TRYTON_ACCOUNTANT_PASSWORD'),
});
await accountant.post(delivered.reference.id);
await accountant.pay(delivered.reference.id);
await connector.statusesAfter(cursor);
keep('news', { cursor });
