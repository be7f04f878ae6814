import { describe, expect, it } from 'vitest';
import { verdictLine } from './verdict-line.js';

const fault = {
  rule: 'BR-25',
  severity: 'fatal',
  terms: ['BT-153'],
  path: 'lines[0].name',
} as const;
const verdict = { file: 'f.xml', syntax: 'cii', profile: undefined, valid: false, judged: true } as const;

describe('a line of JSON', () => {
  it('has the fields of its description, in this order', () => {
    const line = JSON.parse(verdictLine({ ...verdict, faults: [fault] }, 'fr'));
    expect(Object.keys(line)).toEqual(['file', 'syntax', 'profile', 'valid', 'faults']);
    expect(Object.keys(line.faults[0])).toEqual(['rule', 'severity', 'terms', 'path', 'message', 'nextStep']);
    expect(line.profile).toBeNull();
  });

  it("names the place in the sender's file, else in the model", () => {
    const paths = [fault, { ...fault, location: '/Invoice/cac:InvoiceLine[1]' }];
    const { faults } = JSON.parse(verdictLine({ ...verdict, faults: paths }, 'en'));
    expect(faults.map(({ path }: { path: string }) => path)).toEqual([
      'lines[0].name',
      '/Invoice/cac:InvoiceLine[1]',
    ]);
  });

  it('stays one line whatever a file is called', () => {
    const file = 'a\nb\u2028c\u0085d\u001b[2Je.xml';
    const line = verdictLine({ ...verdict, file, faults: [] }, 'en');
    expect(line.slice(0, -1)).toMatch(/^[\u0020-\u007e]+$/);
    expect(JSON.parse(line).file).toBe(file);
  });
});
