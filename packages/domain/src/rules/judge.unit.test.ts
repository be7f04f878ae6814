import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { aLine, anInvoice, anInvoiceOf } from '../testing/invoice-builder.js';
import { en16931 } from './en16931/en16931.js';
import { judge } from './judge.js';
import { eachLine } from './places.js';
import { rule, ruleOfEach } from './rule.js';
import type { RuleSet } from './rule-set.js';

const context = { syntax: 'ubl-invoice' } as const;

const setOf = (rules: RuleSet['rules']): RuleSet => ({ name: 'test', rules });

const lines = (count: number) =>
  anInvoiceOf(Array.from({ length: count }, (_, index) => aLine({ id: String(index + 1) })));

describe('judging', () => {
  it('returns every fault at once, with place, figures and mend', () => {
    const [first = aLine(), second = aLine()] = lines(2).lines;
    const { netAmount: _, ...withoutAmount } = second;
    const invoice = {
      ...lines(2),
      lines: [first, withoutAmount],
      totals: { ...lines(2).totals, due: Decimal.of('200.00') },
    };
    expect(judge(invoice, context).map(({ rule: id, path }) => [id, path])).toEqual([
      ['BR-24', 'lines[1].netAmount'],
      ['BR-CO-10', 'totals.lines'],
      ['BR-CO-16', 'totals.due'],
      ['BR-S-08', 'vatBreakdown[0].taxableAmount'],
    ]);
    expect(judge(invoice, context)[2]).toEqual({
      rule: 'BR-CO-16',
      severity: 'fatal',
      terms: ['BT-115', 'BT-112', 'BT-113', 'BT-114'],
      path: 'totals.due',
      values: { found: '200.00', expected: '240.00', currency: 'EUR' },
      patch: { path: 'totals.due', from: '200.00', to: '240.00' },
    });
  });

  it('mends what it says it mends', () => {
    const wrong = anInvoice({ totals: { ...anInvoice().totals, due: Decimal.of('1.00') } });
    const [fault] = judge(wrong, context);
    const due = Decimal.of(fault?.patch?.to ?? '');
    expect(judge({ ...wrong, totals: { ...wrong.totals, due } }, context)).toEqual([]);
  });

  it('mends nothing that is worked out from a figure missing or wrong itself', () => {
    const { totals, lines: written } = anInvoice();
    const [{ netAmount: _, ...withoutAmount } = aLine()] = written;
    const gap = judge({ ...anInvoice(), lines: [withoutAmount] }, context);
    expect(gap.map(({ rule: id, patch }) => [id, patch])).toEqual([
      ['BR-24', undefined],
      ['BR-CO-10', undefined],
      ['BR-S-08', undefined],
    ]);
    const chain = anInvoice({
      totals: { ...totals, taxExclusive: Decimal.of('90.00'), due: Decimal.of('1.00') },
    });
    expect(judge(chain, context).map(({ rule: id, patch }) => [id, patch?.to])).toEqual([
      ['BR-CO-13', '100.00'],
      ['BR-CO-15', undefined],
      ['BR-CO-16', undefined],
    ]);
  });

  it('puts national rules beside the European ones', () => {
    const national = rule({
      id: 'XX-1',
      severity: 'warning',
      terms: ['BT-20'],
      path: 'paymentTerms',
      holds: () => false,
    });
    const faults = judge(anInvoice(), context, [en16931, setOf([national])]);
    expect(faults).toEqual([{ rule: 'XX-1', severity: 'warning', terms: ['BT-20'], path: 'paymentTerms' }]);
  });

  it('asks a rule only where it speaks, and a set only for what applies', () => {
    const silent = rule({
      id: 'XX-1',
      terms: [],
      path: '',
      speaks: ({ syntax }) => syntax === 'cii',
      holds: () => false,
    });
    expect(judge(anInvoice(), context, [setOf([silent])])).toEqual([]);
    expect(judge(anInvoice(), { syntax: 'cii' }, [setOf([silent])])).toHaveLength(1);
    const none = { applies: () => false, adds: [] };
    expect(judge(anInvoice(), { syntax: 'cii' }, [{ ...setOf([silent]), selectionFor: () => none }])).toEqual(
      [],
    );
  });

  it('lets a rule find its places itself, as often as it likes', () => {
    const check = rule({
      id: 'XX-1',
      terms: ['BG-1'],
      *check({ invoice }) {
        for (const index of invoice.lines.keys())
          yield { path: `lines[${index}]`, values: { n: String(index) } };
      },
    });
    expect(judge(lines(3), context, [setOf([check])]).map(({ path }) => path)).toEqual([
      'lines[0]',
      'lines[1]',
      'lines[2]',
    ]);
  });

  it('carries 1,500 rules and looks at each line once for each of them', () => {
    let questions = 0;
    const many = Array.from({ length: 1500 }, (_, index) =>
      ruleOfEach({
        id: `XX-${index}`,
        terms: ['BT-131'],
        each: eachLine,
        path: 'netAmount',
        holds: ({ netAmount }) => {
          questions += 1;
          return netAmount !== undefined;
        },
      }),
    );
    expect(judge(lines(20), context, [setOf(many)])).toEqual([]);
    expect(questions).toBe(1500 * 20);
  });

  it('reads each line as often whether there are ten or a hundred', () => {
    const readsPerLine = (count: number): number => {
      let reads = 0;
      const invoice = lines(count);
      const watched = invoice.lines.map(
        (line) =>
          new Proxy(line, {
            get: (target, name, receiver) => {
              reads += 1;
              return Reflect.get(target, name, receiver);
            },
          }),
      );
      judge({ ...invoice, lines: watched }, context);
      return reads / count;
    };
    expect(readsPerLine(100)).toBe(readsPerLine(10));
  });
});
