import 'reflect-metadata';
import type { OfferedField, OfferedKind } from '@parvis/application/accounting/connector-catalogue';
import { say } from '@parvis/domain/display/language';
import { expect, it } from 'vitest';
import { ConnectorKindObject } from './connector-kind.object.js';

const rules: OfferedField = {
  ...{ name: 'rules', type: 'rows', required: false, label: say('Règles', 'Rules') },
  columns: [
    { name: 'account', type: 'text', required: true, label: say('Compte', 'Account') },
    {
      ...{ name: 'side', type: 'choice', required: true, label: say('Sens', 'Side') },
      choices: [
        { value: 'debit', label: say('Débit', 'Debit') },
        { value: 'credit', label: say('Crédit', 'Credit') },
      ],
    },
  ],
};

const kind: OfferedKind = {
  ...{ system: 'ledger', label: 'Ledger', description: say('Grand livre', 'Ledger'), statusWords: [] },
  capabilities: { attachments: false, reasons: false, paymentSteps: false, uniqueInTarget: false },
  steps: [
    {
      ...{ key: 'mapping', title: say('Comptes', 'Accounts'), help: say('', ''), hasTest: false },
      fields: [rules],
    },
  ],
};

it('tells what can be chosen in a column by the rows and the column it is for', () => {
  expect(new ConnectorKindObject(kind, 'en').columnChoices).toEqual([
    {
      field: 'rules',
      column: 'side',
      choices: [
        { value: 'debit', label: 'Debit' },
        { value: 'credit', label: 'Credit' },
      ],
    },
  ]);
});
