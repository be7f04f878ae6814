import { describe, expect, it } from 'vitest';
import { maskedEmail, parseEmail } from './email-address.js';

describe('an e-mail address', () => {
  it.each([
    [' Paule@Papeterie.Example ', 'paule@papeterie.example'],
    ['o’brien@x.example'.replace('’', "'"), "o'brien@x.example"],
    ['a.b+parvis@mail.sous-domaine.exemple.fr', 'a.b+parvis@mail.sous-domaine.exemple.fr'],
    ['x@xn--caf-dma.example', 'x@xn--caf-dma.example'],
    ['ａ@ｂ.example', 'a@b.example'],
  ])('%j is taken as %s', (typed, email) => {
    expect(parseEmail(typed)).toEqual({ ok: true, value: email });
  });

  it.each([
    ['', 'email-missing'],
    ['   ', 'email-missing'],
    ['paule', 'email-malformed'],
    ['paule@papeterie', 'email-malformed'],
    ['@papeterie.example', 'email-malformed'],
    ['pau le@papeterie.example', 'email-malformed'],
    ['paule@papeterie..example', 'email-malformed'],
    ['.paule@papeterie.example', 'email-malformed'],
    ['paule@-papeterie.example', 'email-malformed'],
    ['a@b.example,c@d.example', 'email-malformed'],
    ['Paule <paule@papeterie.example>', 'email-malformed'],
    ['paule@papeterie.example\r\nBcc: eve@x.example', 'email-malformed'],
    ['"paule"@papeterie.example', 'email-malformed'],
    [`${'a'.repeat(65)}@papeterie.example`, 'email-malformed'],
    [`a@${'b'.repeat(250)}.example`, 'email-malformed'],
  ])('%j is refused: %s', (typed, refusal) => {
    expect(parseEmail(typed)).toEqual({ ok: false, refusal });
  });

  it('is recognised by its owner when masked, and by nobody else', () => {
    expect(maskedEmail('paule@papeterie.example')).toBe('p…e@papeterie.example');
    expect(maskedEmail('p@papeterie.example')).toBe('p…@papeterie.example');
  });
});
