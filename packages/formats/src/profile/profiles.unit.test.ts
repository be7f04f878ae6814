import { describe, expect, it } from 'vitest';
import { levelOf, specificationOfLevel } from './factur-x-levels.js';
import { profileOf } from './profiles.js';

const en16931 = 'urn:cen.eu:en16931:2017';

describe('the profile of a specification', () => {
  it.each([
    ['urn:factur-x.eu:1p0:minimum', 'Factur-X MINIMUM', 'MINIMUM'],
    ['urn:zugferd.de:2p0:basicwl', 'Factur-X BASIC WL', 'BASIC WL'],
    [`${en16931}#compliant#urn:zugferd.de:2p0:basic`, 'Factur-X BASIC', 'BASIC'],
    [`${en16931}:compliant:factur-x.eu:1p0:basic`, 'Factur-X BASIC', 'BASIC'],
    [` ${en16931}\n`, 'EN 16931', 'EN 16931'],
    [`${en16931}:compliant:factur-x.eu:1p0:en16931`, 'EN 16931', 'EN 16931'],
    [`${en16931}#conformant#urn:factur-x.eu:1p0:extended`, 'Factur-X EXTENDED', 'EXTENDED'],
    [`${en16931}#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr`, 'EXTENDED-CTC-FR', 'EXTENDED'],
    [`${en16931}#compliant#urn:xoev-de:kosit:standard:xrechnung_2.1`, 'XRechnung', 'XRECHNUNG'],
    [
      `${en16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`,
      'XRechnung Extension',
      'XRECHNUNG',
    ],
    [`${en16931}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0`, 'Peppol BIS Billing 3', undefined],
    ['A1', 'A1', undefined],
    ['', undefined, undefined],
  ])('%s is %s', (specification, name, level) => {
    expect(profileOf(specification).name).toBe(name);
    expect(levelOf(specification)).toBe(level);
  });

  it('leads from each level of Factur-X back to it', () => {
    for (const [level, specification] of Object.entries(specificationOfLevel))
      expect(levelOf(specification)).toBe(level);
  });
});
