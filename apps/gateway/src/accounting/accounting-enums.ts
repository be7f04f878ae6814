import type {
  BillPreview,
  CheckPoint,
  PreviewOutcome,
} from '@parvis/application/accounting/accounting-connector';
import type { FieldType } from '@parvis/application/accounting/connector-catalogue';
import type { ConnectionEnvironment, StuckState } from '@parvis/application/accounting/delivery-ledger';
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

export const DryRunOutcomeEnum = register<PreviewOutcome['kind']>(
  'DryRunOutcome',
  'What would come of an invoice.',
  {
    preview: ['PREVIEW', 'A bill would be made.'],
    refused: ['REFUSED', 'The accounting system would say no; a person must act.'],
    unavailable: ['UNAVAILABLE', 'It could not be tried now.'],
  },
);

export const SupplierThereEnum = register<BillPreview['supplier']['there']>(
  'SupplierThere',
  'Whether the accounting system has a supplier.',
  {
    found: ['FOUND', 'It has it.'],
    made: ['MADE', 'It would be made.'],
    unknown: ['UNKNOWN', 'The system cannot be asked.'],
  },
);

/** `waiting`: what waits for its next try is tried at once. */
export const StuckStateEnum = register<StuckState>(
  'StuckState',
  'States out of which a delivery can be tried again.',
  {
    needsAttention: ['NEEDS_ATTENTION', 'It stands in the books otherwise than it should.'],
    refused: ['REFUSED', 'The accounting system said no.'],
    parked: ['PARKED', 'Given up after several tries.'],
    waiting: ['WAITING', 'Waits for its next try: it is then tried at once.'],
  },
);
