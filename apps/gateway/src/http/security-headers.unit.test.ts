import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { documentPolicy, pdfPolicy, securityHeaders, webAppPolicy } from './security-headers.js';

let server: Server | undefined;
afterEach(() => server?.close());

const headersOn = async (publicUrl: string): Promise<Headers> => {
  const app = express().use(securityHeaders(publicUrl), (_request, response) => void response.json({}));
  server = createServer(app).listen(0);
  await once(server, 'listening');
  return (await fetch(`http://localhost:${(server.address() as AddressInfo).port}/`)).headers;
};

const directive = (policy: string, name: string): string | undefined =>
  policy.split('; ').find((part) => part.startsWith(`${name} `));

describe('every answer', () => {
  it('is what it says it is, is framed by us alone, and tells others nothing of where one was', async () => {
    expect(Object.fromEntries(await headersOn('https://factures.exemple.fr'))).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('asks for TLS for a year and for every subdomain, where there is TLS', async () => {
    const header = 'strict-transport-security';
    expect((await headersOn('https://factures.exemple.fr')).get(header)).toBe(
      'max-age=31536000; includeSubDomains',
    );
    expect((await headersOn('http://localhost:4000')).get(header)).toBeNull();
  });

  it('lets no other origin read it', async () => {
    expect((await headersOn('https://factures.exemple.fr')).get('access-control-allow-origin')).toBeNull();
  });
});

describe('the policy', () => {
  it('of the web apps runs our own scripts, none of a text, and no plug-in', () => {
    expect(directive(webAppPolicy, 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(directive(webAppPolicy, 'object-src')).toBe("object-src 'none'");
    expect(directive(webAppPolicy, 'base-uri')).toBe("base-uri 'none'");
  });

  it('of documents that people sent runs nothing at all', () => {
    expect(documentPolicy).toMatch(/^sandbox; default-src 'none'/);
    expect(pdfPolicy).toMatch(/^default-src 'none'/);
    for (const policy of [documentPolicy, pdfPolicy]) expect(directive(policy, 'script-src')).toBeUndefined();
  });

  it('of each says who may frame it', () => {
    for (const policy of [webAppPolicy, documentPolicy, pdfPolicy])
      expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'self'");
  });
});
