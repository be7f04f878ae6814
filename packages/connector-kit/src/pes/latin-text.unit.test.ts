import { describe, expect, it } from 'vitest';
import { alphanumeric, latin, latinText } from './latin-text.js';

describe('texts of a PES', () => {
  it.each([
    ['Œuvre d’art – 12 €', "OEuvre d'art - 12 EUR"],
    ['Łódź, Český Krumlov', 'Lódz, Ceský Krumlov'],
    ['À l’été', "À l'été"],
    ['日本 Company', 'Company'],
    ['a\n\tb\u00a0c', 'a b c'],
    ['ﬁ ½', 'fi ½'],
  ])('fit into Latin-1: %s', (text, expected) => {
    expect(latin(text)).toBe(expected);
    expect(Buffer.from(latin(text), 'latin1').toString('latin1')).toBe(latin(text));
  });

  it.each([undefined, '', '   ', '0', '000', 'nc', '.', '日本'])(
    'are left out where they say nothing: %s',
    (text) => {
      expect(latinText(text, 38)).toBeUndefined();
    },
  );

  it('are cut to their length without a space at the end', () => {
    expect(latinText('Fournitures scolaires', 12)).toBe('Fournitures');
  });

  it('lose hyphens and accents where only letters and digits are taken', () => {
    expect(alphanumeric('FA-2026/é 118', 20)).toBe('FA2026e118');
  });
});
