import { expect, it } from 'vitest';
import { anInvoice } from '../../testing/invoice-builder.js';
import { serviceChoices } from './service-choices.js';

const service = (code: string, name: string) => ({ code, name, active: true });
const services = [
  service('ARCHIVES', 'Archives'),
  service('S1', 'Voirie'),
  service('S2', 'Restauration scolaire'),
];

const selling = (name: string) => {
  const [line] = anInvoice().lines;
  if (!line) throw new Error('the sample has a line');
  return { lines: [{ ...line, item: { ...line.item, name } }] };
};

const codes = (...[invoice, open, history]: Parameters<typeof serviceChoices>) =>
  serviceChoices(invoice, open, history).map(({ value }) => value);

it('puts first the services for what the lines sell, then the others in their own order', () => {
  expect(codes(selling('Repas de la cantine'), services, [])).toEqual(['S2', 'ARCHIVES', 'S1']);
});

it('puts what the supplier invoiced before in front of what nothing speaks for', () => {
  const history = [{ code: 'S1', on: '2026-03-02', number: 'F-1' }];
  expect(codes(selling('Prestation'), services, history)).toEqual(['S1', 'ARCHIVES', 'S2']);
});

it('offers twenty at most of ten thousand', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => service(`S${index}`, `Unité ${index}`));
  expect(codes(selling('Prestation'), many, [])).toHaveLength(20);
});
