import type { Fault } from '@parvis/domain/rules/fault';
import { describe, expect, it } from 'vitest';
import type { Verdict } from './verdict.js';
import { verdictText } from './verdict-text.js';

const paper = { width: 200, colours: false };
const fault = (rule: string, path: string, rest: Partial<Fault> = {}): Fault => ({
  rule,
  severity: 'fatal',
  terms: ['BT-153'],
  path,
  ...rest,
});
const text = (faults: readonly Fault[], rest: Partial<Verdict> = {}): string =>
  verdictText(
    { file: 'f.xml', syntax: 'cii', profile: 'EN 16931', valid: false, judged: true, faults, ...rest },
    'fr',
    paper,
  ).replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a verdict for people', () => {
  it('is one line for a valid file', () => {
    expect(text([], { valid: true })).toBe('✓ f.xml · valide · CII, EN 16931\n');
  });

  it('counts and says once what many lines have wrong, and names the lines', () => {
    const said = text(Array.from({ length: 42 }, (_, index) => fault('BR-25', `lines[${index}].name`)));
    expect(said).toContain('✗ f.xml · 1 point à corriger');
    expect(said).toContain('… et 41 autres (ligne de facture n° 2, 3, 4, 5, 6, 7, 8, 9, 10, 11…)');
    expect(said.match(/BR-25/g)).toHaveLength(1);
  });

  it('gives the place to people and to software makers, and both rules of a twin', () => {
    const location = '/Invoice/cac:AllowanceCharge[2]/cbc:AllowanceChargeReason';
    const said = text([
      fault('BR-33', 'allowances[1].reason', { location }),
      fault('BR-CO-21', 'allowances[1].reason', { location }),
    ]);
    expect(said).toContain(`Règles BR-33, BR-CO-21 · remise n° 2 · ${location}`);
  });

  it('tells warnings after what is fatal', () => {
    const said = text([fault('BR-25', '', { severity: 'warning' }), fault('BR-06', '')]);
    expect(said).toContain('1 point à corriger, 1 avertissement');
    expect(said.indexOf('BR-06')).toBeLessThan(said.indexOf('BR-25'));
  });

  it('tells technical remarks in short, each once, unless they are fatal', () => {
    const remark = fault('UBL-CR-001', '', { severity: 'warning', terms: [] });
    const said = text([remark, remark, { ...remark, rule: 'UBL-CR-646' }], { valid: true });
    expect(said).toContain('✓ f.xml · valide ·');
    expect(said).toContain('2 remarques techniques sur le fichier');
    expect(said).toMatch(/- .* \[UBL-CR-001, × 2\]\n/);
    expect(text([{ ...remark, severity: 'fatal' }])).toContain('1 point à corriger');
  });

  it('gives a reason that faults share once', () => {
    const said = text([fault('BR-03', 'issueDate'), fault('BR-05', 'currency')]);
    expect(said.match(/La norme européenne EN 16931 l'exige/g)).toHaveLength(1);
  });

  it('prints no order to the terminal that a file holds', () => {
    const found = 'x\u009b2J\u202e';
    const said = text([fault('PV-READ-NUMBER', '', { values: { found } })], { file: 'f\u001b[31m.xml' });
    for (const order of ['\u001b', '\u009b', '\u202e']) expect(said).not.toContain(order);
  });
});
