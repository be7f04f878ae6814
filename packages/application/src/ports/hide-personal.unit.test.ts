import { expect, test } from 'vitest';
import { hidePersonal } from './hide-personal.js';

test.each([
  ['{"msg":"no alice.morel@exemple.invalid here"}', '{"msg":"no a…@exemple.invalid here"}'],
  ['Key (email)=(bruno@x.example) already exists', 'Key (email)=(b…@x.example) already exists'],
  ['{"iban":"FR7630001007941234567890185"}', '{"iban":"FR… [hidden]"}'],
  ['paid to FR76 3000 1007 9412 3456 7890 185.', 'paid to FR… [hidden].'],
  ['DE89370400440532013000', 'DE… [hidden]'],
])('%s', (line, hidden) => {
  expect(hidePersonal(line)).toBe(hidden);
});

test.each([
  '{"url":"/graphql","responseTime":12,"reqId":"01900000-0000-7000-8000-000000000001"}',
  'node_modules/@parvis/application/dist/ports/work.js:12:4',
  'invoice F-2026-0042 of 00000012500013 for 1 234,50 EUR',
  'FR96000000125',
])('leaves as it is: %s', (line) => {
  expect(hidePersonal(line)).toBe(line);
});

// By what a stranger writes into an address: read from each of its letters, this would take a minute.
test('reads a line of any length once', () => {
  const line = `{"url":"/${'a'.repeat(300_000)}"}`;
  expect(hidePersonal(line)).toBe(line);
});
