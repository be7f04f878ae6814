import { describe, expect, it } from 'vitest';
import { pageAddress } from './page-addresses.js';

describe('addresses of pages in mails', () => {
  it('stand under the app of the side, with one slash between', () => {
    expect(pageAddress('https://parvis.example', 'supplier', 'home')).toBe(
      'https://parvis.example/fournisseur/',
    );
    expect(pageAddress('https://parvis.example/', 'publicEntity', 'requests')).toBe(
      'https://parvis.example/administration/organisation/demandes',
    );
  });

  it('know that keys have another place on each side', () => {
    expect(pageAddress('https://parvis.example', 'supplier', 'keys')).toBe(
      'https://parvis.example/fournisseur/acces-api',
    );
    expect(pageAddress('https://parvis.example', 'publicEntity', 'keys')).toBe(
      'https://parvis.example/administration/organisation/acces-api',
    );
  });

  it('carry a secret where no server sees it, whatever its letters', () => {
    expect(pageAddress('https://parvis.example', 'supplier', 'invitation', 'a+b/c')).toBe(
      'https://parvis.example/fournisseur/invitation#a%2Bb%2Fc',
    );
  });
});
