import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { inject } from 'vitest';
import { makeTrytonHarness, type TestTryton } from './testing/tryton-harness.js';

declare module 'vitest' {
  interface ProvidedContext {
    tryton: TestTryton | { readonly missing: string };
  }
}

describeConnectorContract(
  'Tryton',
  async () => {
    const tryton = inject('tryton');
    return 'missing' in tryton ? tryton : makeTrytonHarness(tryton);
  },
  { engagements: true, mostLines: 500 },
);
