import { describe, expect, it } from 'vitest';
import { frameworkLabel } from './frameworks.js';

describe('an invoicing framework', () => {
  it('is said in words with its code', () => {
    expect(frameworkLabel('A1', 'fr')).toBe("Facture d'un fournisseur (A1)");
    expect(frameworkLabel('S3', 'en')).toBe('Services, direct payment of a subcontractor (S3)');
  });

  it('keeps its code where there are no words', () => {
    expect(frameworkLabel('A99', 'fr')).toBe('A99');
    expect(frameworkLabel('S0', 'fr')).toBe('S0');
  });
});
