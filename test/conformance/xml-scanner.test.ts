import { ourEvents, saxesEvents } from '@parvis/formats/testing/xml-events';
import { describe, expect, it } from 'vitest';
import { attacks, mutantBytes, mutants, ourFile, ourXmlFiles } from './corpora.js';

/** Attacks on limits that saxes does not have. */
const beyondOurLimits = ['deep-nesting', 'many-attributes', 'hash-collision-attrs', 'long-name'];

describe('our scanner beside saxes, an independent reader', () => {
  it.each(ourXmlFiles())('finds the same in %s', (file) => {
    const ours = ourEvents(ourFile(file));
    const theirs = saxesEvents(ourFile(file));
    if ('events' in ours) expect(ours).toEqual(theirs);
    else expect(theirs).toHaveProperty('refused');
  });

  it.each(attacks().filter(({ file }) => file.endsWith('.xml')))(
    'takes or refuses alike: $file',
    ({ file }) => {
      const ours = ourEvents(ourFile(`attacks/${file}`));
      const theirs = saxesEvents(ourFile(`attacks/${file}`));
      if (beyondOurLimits.some((name) => file.includes(name)))
        expect(ours).toEqual({ refused: 'PV-READ-TOO-COMPLEX' });
      else if ('events' in ours) expect(ours).toEqual(theirs);
      else expect(theirs).toHaveProperty('refused');
    },
  );

  it('finds the same in every eighth mutant', () => {
    const chosen = mutants().filter((_mutant, index) => index % 8 === 0);
    const different = chosen.filter((mutant) => {
      const bytes = mutantBytes(mutant);
      return JSON.stringify(ourEvents(bytes)) !== JSON.stringify(saxesEvents(bytes));
    });
    expect(different.map(({ id }) => id)).toEqual([]);
  });
});
