import { expect, it } from 'vitest';
import { stepsOf } from './steps-of.js';

const about = { label: '', help: null, when: null, required: false, placeholder: null, multiline: false };
const rows = (name: string) => ({
  ...{ ...about, name, type: 'ROWS' as const, choices: [] },
  columns: [
    { ...about, name: 'side', type: 'CHOICE' as const },
    { ...about, name: 'account', type: 'TEXT' as const },
  ],
});

it('puts what can be chosen in the column it is for, and in no other of that name', () => {
  const choices = [{ value: 'debit', label: 'Débit' }];
  const [step] = stepsOf({
    steps: [{ key: 'mapping', title: '', help: '', hasTest: false, fields: [rows('rules'), rows('taxes')] }],
    columnChoices: [{ field: 'taxes', column: 'side', choices }],
  });
  const offered = step?.fields.map(({ columns }) => columns.map((column) => column.choices));
  expect(offered).toEqual([
    [undefined, undefined],
    [choices, undefined],
  ]);
});
