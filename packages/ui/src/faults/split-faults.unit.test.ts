import { describe, expect, it } from 'vitest';
import type { FaultItem } from './fault-item.js';
import { splitFaults } from './split-faults.js';

const fault = (key: string, rest: Partial<FaultItem> = {}): FaultItem => ({
  key,
  severity: 'advice',
  fieldLabel: 'Fichier',
  message: `message of ${key}`,
  rule: key,
  ...rest,
});

describe('faults for people', () => {
  it('come with what blocks first, technical or not', () => {
    const { told, remarks } = splitFaults([
      fault('advice'),
      fault('technical', { severity: 'blocking', technical: true }),
      fault('blocking', { severity: 'blocking' }),
    ]);
    expect(told.map(({ key }) => key)).toEqual(['technical', 'blocking', 'advice']);
    expect(remarks).toEqual([]);
  });

  it('leave technical remarks aside, each rule once with its number', () => {
    const many = ['a', 'b', 'a', 'a'].map((rule, index) =>
      fault(`${index}`, { rule, message: rule, technical: true }),
    );
    expect(splitFaults(many)).toEqual({
      told: [],
      remarks: [
        { rule: 'a', message: 'a', count: 3 },
        { rule: 'b', message: 'b', count: 1 },
      ],
    });
  });
});
