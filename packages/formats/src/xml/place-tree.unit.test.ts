import { describe, expect, it } from 'vitest';
import type { ElementPlace } from './element-place.js';
import { namespaces } from './namespaces.js';
import { newPlaceTree, rootPlaceOf } from './syntax-places.js';
import { xpathOf } from './xpath.js';

const { cac = '', cbc = '' } = namespaces;

const opened = (place: ElementPlace): ElementPlace => {
  place.open();
  return place;
};
const newRoot = (): ElementPlace => opened(newPlaceTree('ubl-invoice').root);

describe('a place', () => {
  it('is the same for each element of its name in its parent', () => {
    const root = newRoot();
    const line = root.below(cac, 'InvoiceLine');
    expect(root.below(cac, 'InvoiceLine')).toBe(line);
    expect(line.below(cbc, 'ID')).not.toBe(root.below(cbc, 'ID'));
    expect(root.below(cac, 'ID')).not.toBe(root.below(cbc, 'ID'));
  });

  it('counts the elements of its name, whatever stands between them', () => {
    const root = newRoot();
    for (const name of ['TaxTotal', 'Delivery', 'TaxTotal']) opened(root.below(cac, name));
    expect(xpathOf(root.below(cac, 'TaxTotal'))).toBe('/Invoice/cac:TaxTotal[2]');
    expect(xpathOf(root.below(cac, 'Delivery'))).toBe('/Invoice/cac:Delivery');
  });

  it('counts anew in the next parent and in the next document', () => {
    const root = newRoot();
    const texts = [1, 2].map(() => {
      const line = opened(root.below(cac, 'InvoiceLine'));
      return xpathOf(opened(line.below(cbc, 'Note')));
    });
    expect(texts).toEqual(['/Invoice/cac:InvoiceLine[1]/cbc:Note', '/Invoice/cac:InvoiceLine[2]/cbc:Note']);
    opened(root);
    expect(xpathOf(opened(root.below(cac, 'InvoiceLine')))).toBe('/Invoice/cac:InvoiceLine[1]');
  });

  it('knows what its ancestors make of it', () => {
    const item = newRoot().below(cac, 'InvoiceLine').below(cac, 'Item');
    expect(item.below(cbc, 'Name').bound?.name).toBe('cbc:Name');
    expect(item.below(cbc, 'Name').schema?.name).toBe('cbc:Name');
    expect(item.below('urn:elsewhere', 'Name')).toMatchObject({ bound: undefined, schema: undefined });
  });
});

describe('the places of a syntax', () => {
  it('are remembered from document to document', () => {
    expect(rootPlaceOf('cii')).toBe(rootPlaceOf('cii'));
  });

  it('forget the names of other namespaces', () => {
    const root = newRoot();
    expect(root.below('urn:elsewhere', 'Note')).not.toBe(root.below('urn:elsewhere', 'Note'));
  });

  it('stop growing, and are then to be forgotten', () => {
    const tree = newPlaceTree('ubl-invoice');
    const root = opened(tree.root);
    expect(tree.isSpent).toBe(false);
    for (let index = 0; index < 5_000; index++) opened(root.below(cbc, `Name${index}`));
    expect(tree.isSpent).toBe(true);
    expect(root.below(cbc, 'Name1')).toBe(root.below(cbc, 'Name1'));
    expect(root.below(cbc, 'Name4999')).not.toBe(root.below(cbc, 'Name4999'));
    expect(root.below(cbc, 'Name4999').schema).toBeUndefined();
  });
});
