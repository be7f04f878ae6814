import type { CheckPoint } from '@parvis/application/accounting/accounting-connector';
import type { FieldType } from '@parvis/application/accounting/connector-catalogue';
import type { ConnectionEnvironment } from '@parvis/application/accounting/delivery-ledger';
import { register } from '../graphql/enums.js';

export const ConnectionEnvironmentEnum = register<ConnectionEnvironment>(
  'ConnectionEnvironment',
  "Which of the entity's systems a connection reaches: a label for people.",
  {
    simulator: ['SIMULATOR', 'A practice system: nothing in it binds anybody.'],
    test: ['TEST', 'A copy of the real one.'],
    production: ['PRODUCTION', 'The real one.'],
  },
);

export const SettingsFieldTypeEnum = register<FieldType>('SettingsFieldType', 'What a field takes.', {
  text: ['TEXT', 'A line of text.'],
  url: ['URL', 'An address that begins with https://.'],
  number: ['NUMBER', 'A number.'],
  secret: ['SECRET', 'Written once, never shown again.'],
  flag: ['FLAG', 'Yes or no.'],
  choice: ['CHOICE', 'One of `choices`.'],
  lookUp: ['LOOK_UP', 'One of what the test of an earlier step found, or typed.'],
  rows: ['ROWS', 'Rows of `columns`; the first that fits counts.'],
});

export const CheckPointStateEnum = register<CheckPoint['state']>('CheckPointState', 'What a look found.', {
  fine: ['FINE', 'As it must be.'],
  wrong: ['WRONG', 'To be mended before deliveries can go through.'],
  notLookedAt: ['NOT_LOOKED_AT', 'Something before it is wrong.'],
});
