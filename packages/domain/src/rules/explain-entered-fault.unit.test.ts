import { describe, expect, it } from 'vitest';
import { en16931 } from './en16931/en16931.js';
import { explainEnteredFault } from './explain-entered-fault.js';
import { explainFault } from './explain-fault.js';
import { france } from './france/france.js';

describe('the sentences of an entry form', () => {
  it('are those of every rule that judges the model', () => {
    for (const { id: rule, terms } of [...en16931.rules, ...france.rules])
      for (const language of ['fr', 'en'] as const) {
        const fault = { rule, terms, severity: 'fatal', path: '' } as const;
        expect(explainEnteredFault(fault, language)).toEqual(explainFault(fault, language));
      }
  });
});
