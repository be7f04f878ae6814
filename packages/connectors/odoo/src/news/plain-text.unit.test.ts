import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.js';

describe('plainText', () => {
  it.each([
    ['<p>Bon de livraison manquant</p>', 'Bon de livraison manquant'],
    ['<p>Prix &gt; marché &amp; d&#39;ailleurs</p>', "Prix > marché & d'ailleurs"],
    ['<p>Un<br/>deux</p><p>trois</p>', 'Un\ndeux\ntrois'],
    ['<a href="/web#id=3">@Odile</a>&nbsp;voir', '@Odile voir'],
    ['&inconnu; &#xE9;', '&inconnu; é'],
    ['', ''],
  ])('%j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});
