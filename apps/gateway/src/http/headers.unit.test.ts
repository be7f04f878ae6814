import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.js';
import { endedSessionCookie, readCookie, sessionCookie } from './cookies.js';
import { preferredLanguage } from './identify.js';
import { foreignOrigin } from './origin-check.js';

describe('the name of a download', () => {
  it('keeps its accents where browsers know how, and stays plain elsewhere', () => {
    expect(contentDisposition('attachment', "Énergies d'été.xml")).toBe(
      `attachment; filename="_nergies d'_t_.xml"; filename*=UTF-8''%C3%89nergies%20d%27%C3%A9t%C3%A9.xml`,
    );
  });

  it('cannot break out of its header or its folder', () => {
    const header = contentDisposition('inline', '../a"\r\nSet-Cookie: x=1\\b.pdf');
    expect(header).toBe(
      `inline; filename=".._a_Set-Cookie: x=1_b.pdf"; filename*=UTF-8''.._a%22Set-Cookie%3A%20x%3D1_b.pdf`,
    );
    expect(contentDisposition('inline', '\u0000')).toContain('filename="document"');
  });
});

describe('the session cookie', () => {
  it('is found among others by its whole name', () => {
    expect(readCookie('a=1; parvis_session=abc; b=2', 'parvis_session')).toBe('abc');
    expect(readCookie('not_parvis_session=abc', 'parvis_session')).toBeUndefined();
    expect(readCookie('parvis_session=', 'parvis_session')).toBeUndefined();
    expect(readCookie(undefined, 'parvis_session')).toBeUndefined();
  });

  it('travels over TLS only where there is TLS, and is taken back by an end in the past', () => {
    const until = new Date('2026-03-02T09:00:00Z');
    expect(sessionCookie('t', until, true)).toMatch(/; Secure$/);
    expect(sessionCookie('t', until, false)).not.toContain('Secure');
    expect(endedSessionCookie(false)).toContain('Expires=Thu, 01 Jan 1970');
  });
});

describe('where a request comes from', () => {
  const publicUrl = 'https://factures.exemple.fr';
  it.each([
    [undefined, {}],
    [undefined, { origin: publicUrl }],
    [undefined, { origin: 'http://localhost:5173', host: 'localhost:5173' }],
    [undefined, { 'sec-fetch-site': 'same-origin' }],
    ['https://elsewhere.example', { origin: 'https://elsewhere.example', host: 'factures.exemple.fr' }],
    ['null', { origin: 'null', host: 'null' }],
    ['https://factures.exemple.fr.evil.example', { origin: 'https://factures.exemple.fr.evil.example' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('is foreign as %s', (foreign, headers) => {
    expect(foreignOrigin(headers, publicUrl)).toBe(foreign);
  });
});

it('speaks French unless English comes first', () => {
  expect(['fr-FR,en;q=0.5', 'en-GB', 'de', undefined].map(preferredLanguage)).toEqual([
    'fr',
    'en',
    'fr',
    'fr',
  ]);
});
