import { describe, expect, it } from 'vitest';
import { aFullInvoice } from '../../testing/full-invoice.js';
import { anInvoice } from '../../testing/invoice-builder.js';
import { type Evidence, noEvidence, type WrongCode } from '../evidence.js';
import type { Fault } from '../fault.js';
import { judge } from '../judge.js';
import type { RuleContext, Syntax } from '../rule.js';
import { acceptedBy, type CodeRuleId, codeListRules } from './code-list-rules.js';

const set = { name: 'codes', rules: codeListRules };
const found = (invoice = anInvoice(), context: RuleContext = { syntax: 'cii' }): Fault[] =>
  judge(invoice, context, [set]);
const withCodes = (...codes: readonly WrongCode[]): RuleContext => {
  const evidence: Evidence = { ...noEvidence, codes };
  return { syntax: 'cii', evidence };
};
const accepts = (rule: CodeRuleId, syntax: Syntax, code: string): boolean =>
  acceptedBy(rule, { syntax })(code);

describe('code lists', () => {
  it('take a code with white space around it, and none with white space inside', () => {
    expect(accepts('BR-CL-04', 'cii', '\n EUR\t')).toBe(true);
    expect(accepts('BR-CL-04', 'cii', 'E UR')).toBe(false);
    expect(accepts('BR-CL-04', 'cii', 'EUR USD')).toBe(false);
    expect(accepts('BR-CL-04', 'cii', '\u00a0EUR')).toBe(false);
  });

  it('take no blank code', () => {
    for (const rule of ['BR-CL-01', 'BR-CL-14', 'BR-CL-16', 'BR-CL-23'] as const)
      for (const blank of ['', ' ']) expect(accepts(rule, 'cii', blank)).toBe(false);
  });

  it('know upper from lower case, but for the reasons of exemption', () => {
    expect(accepts('BR-CL-14', 'cii', 'fr')).toBe(false);
    expect(accepts('BR-CL-22', 'cii', ' vatex-eu-ae ')).toBe(true);
  });

  it('take the type of an attachment as it stands', () => {
    expect(accepts('BR-CL-24', 'cii', 'application/pdf')).toBe(true);
    expect(accepts('BR-CL-24', 'cii', ' application/pdf')).toBe(false);
  });

  it('differ between the syntaxes', () => {
    const verdicts = (rule: CodeRuleId, code: string) =>
      (['ubl-invoice', 'ubl-credit-note', 'cii'] as const).map((syntax) => accepts(rule, syntax, code));
    expect(verdicts('BR-CL-01', '380')).toEqual([true, false, true]);
    expect(verdicts('BR-CL-01', '381')).toEqual([false, true, true]);
    expect(verdicts('BR-CL-01', '81')).toEqual([true, true, true]);
    expect(verdicts('BR-CL-06', '35')).toEqual([true, true, false]);
    expect(verdicts('BR-CL-06', '29')).toEqual([false, false, true]);
    expect(verdicts('BR-CL-08', 'BMF')).toEqual([false, false, true]);
    expect(verdicts('BR-CL-14', 'SS')).toEqual([true, true, false]);
    expect(verdicts('BR-CL-14', 'AN')).toEqual([false, false, true]);
  });
});

describe('a code in no list', () => {
  it('is told with the term of its place, and with the mend where only the case is wrong', () => {
    const { buyer } = anInvoice();
    const invoice = anInvoice({ buyer: { ...buyer, address: { ...buyer.address, country: 'fr' } } });
    expect(found(invoice)).toMatchObject([
      {
        rule: 'BR-CL-14',
        terms: ['BT-55'],
        path: 'buyer.address.country',
        values: { found: 'fr' },
        patch: { path: 'buyer.address.country', from: 'fr', to: 'FR' },
      },
    ]);
  });

  it('is told with the whole list where it is short', () => {
    const [line] = anInvoice().lines;
    const [fault] = found(anInvoice({ lines: line ? [{ ...line, vatCategory: 'X' }] : [] }));
    expect(fault?.values).toMatchObject({ line: '1', found: 'X' });
    expect(fault?.choices?.map(({ value }) => value)).toEqual([
      'AE',
      'B',
      'E',
      'G',
      'K',
      'L',
      'M',
      'O',
      'S',
      'Z',
    ]);
  });

  it('is told with the code people confuse it with', () => {
    const { seller } = anInvoice();
    const [fault] = found(anInvoice({ seller: { ...seller, address: { country: 'UK' } } }));
    expect(fault?.choices).toEqual([{ value: 'GB', label: 'GB' }]);
    expect(fault?.patch).toBeUndefined();
  });
});

describe('what the file holds', () => {
  it('decides, whatever the model says', () => {
    expect(found(anInvoice({ typeCode: '999' }), withCodes())).toEqual([]);
  });

  it('is told at the place of the model that holds the code, once for each', () => {
    const wrong = { rule: 'BR-CL-16', found: ' VIR ', location: '/rsm:CrossIndustryInvoice/ram:TypeCode' };
    const [payment] = aFullInvoice().payments;
    const faults = found(
      aFullInvoice({ payments: [{ ...payment, meansCode: 'VIR' }] }),
      withCodes(wrong, { ...wrong, location: '/elsewhere' }),
    );
    expect(faults).toMatchObject([
      { rule: 'BR-CL-16', path: 'payments[0].meansCode' },
      { rule: 'BR-CL-16', path: '', location: '/elsewhere' },
    ]);
  });

  it('is told at its line, where the model has no place for the code', () => {
    const location = '/Invoice/cac:InvoiceLine[1]/cbc:LineExtensionAmount/@currencyID';
    expect(found(anInvoice(), withCodes({ rule: 'BR-CL-03', found: 'EURO', location }))).toMatchObject([
      { rule: 'BR-CL-03', path: 'lines[0]', location, values: { found: 'EURO', line: '1' } },
    ]);
  });

  it('is told at the only place it can be, though the model reads another code there', () => {
    const wrong = { rule: 'BR-CL-06', found: '3', location: '/here' };
    expect(found(anInvoice({ vatPointDateCode: '3' }), withCodes(wrong))).toMatchObject([
      { rule: 'BR-CL-06', path: 'vatPointDateCode', location: '/here' },
    ]);
  });
});
