import { expect, test } from 'vitest';
import { alice, claire, hospital, town } from '../testing/cast.js';
import { makeFakeWorld } from '../testing/fake-world.js';
import { depositEvent, storedInvoice } from '../testing/sample-invoices.js';
import { makeAdviseService } from './advise-service.js';

const worldWithHabit = async () => {
  const world = await makeFakeWorld();
  const invoice = storedInvoice(1, { serviceCode: 'TRAVAUX' });
  await world.work.run(({ invoices }) => invoices.add(invoice, depositEvent, []));
  return world;
};

const ask = async (words: string, actor?: typeof alice, siret: string = hospital.siret) => {
  const advised = await makeAdviseService(await worldWithHabit())({ siret, words }, actor);
  return advised?.advice.map(({ service, reasons }) => [service.code, ...reasons.map(({ kind }) => kind)]);
};

test('a stranger is advised by words alone, and never on closed services', async () => {
  expect(await ask('repas de la cantine')).toEqual([['RESTAURATION', 'need']]);
  expect(await ask('archives')).toEqual([]);
  expect(await ask('')).toEqual([]);
});

test('a supplier is told of its own habits, and nobody of those of others', async () => {
  expect(await ask('', alice)).toEqual([['TRAVAUX', 'used']]);
  expect(await ask('', claire)).toEqual([]);
});

test('an entity without services has no advice, and one that does not exist has no answer', async () => {
  expect(await ask('cantine', alice, town.siret)).toEqual([]);
  expect(await ask('cantine', alice, '00000000000000')).toBeUndefined();
  expect(await ask('cantine', alice, 'x')).toBeUndefined();
});
