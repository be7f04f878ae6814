import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-rule.js';

const known = { email: 'paule.bocage@papeterie.example', name: 'Paule Bocage' };

describe('a password', () => {
  it.each([
    'trois chevaux bleus',
    'il pleut sur Nantes et ailleurs',
    'k7fq2mzv9xwd',
    'Ma grand-mère fait du vélo',
    'bocage, haies et trois vaches',
    'éléphant çà et là',
    '日本語のパスワードです、長い文',
  ])('%j will do, without any rule on kinds of characters', (password) => {
    expect(passwordFault(password, known)).toBeUndefined();
  });

  it.each([
    ['', 'password-missing'],
    ['onze lettr', 'password-too-short'],
    ['🐴🐴🐴🐴🐴🐴', 'password-too-short'],
    ['x'.repeat(129), 'password-too-long'],
    ['motdepasse2026!', 'password-common'],
    ['M0t de P@sse 123', 'password-common'],
    ['Azertyuiop123', 'password-common'],
    ['passwordpassword', 'password-common'],
    ['P@$$w0rd1234', 'password-common'],
    ['aaaaaaaaaaaaaaaa', 'password-common'],
    ['121212121212', 'password-common'],
    ['123456789012', 'password-common'],
    ['abcdefghijklm', 'password-common'],
    ['choruspro 2026', 'password-common'],
    ['Été2026!!Soleil', undefined],
    ['paulebocage2026', 'password-personal'],
    ['Bocage.Paule-14', 'password-personal'],
    ['papeterie.example', 'password-personal'],
  ])('%j: %s', (password, fault) => {
    expect(passwordFault(password, known)).toBe(fault);
  });
});
