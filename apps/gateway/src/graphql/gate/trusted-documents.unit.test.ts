import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alice } from '@parvis/application/testing/cast';
import type { Principal, TechnicalAccount } from '@parvis/domain/access/actor';
import express from 'express';
import { buildSchema } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { readSubscription } from '../../changes/read-subscription.js';
import { mayAsk, operationGate } from './operation-gate.js';
import { type TrustedDocumentsPolicy, trustedDocuments } from './trusted-documents.js';

const schema = buildSchema('type Query { me: ID }  type Subscription { renamed: ID }');
const manifest = { 'hash-1': 'query Me { me }', 'hash-2': 'subscription { renamed }' };
const stored = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
const robot: TechnicalAccount = {
  kind: 'technicalAccount',
  userId: 'u',
  name: 'Robot',
  keyId: 'k',
  memberships: [],
};

let server: Server | undefined;
afterEach(() => server?.close());

/** What the executor would be given, or the code of the refusal. */
const ask = async (policy: TrustedDocumentsPolicy, body: object, principal?: Principal): Promise<unknown> => {
  const documents = trustedDocuments(policy, [manifest]);
  const app = express().use(express.json(), operationGate({ schema, documents }), (request, response) => {
    response.json(mayAsk(documents, request, principal) ? request.body : 'not trusted');
  });
  server = createServer(app).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { errors?: { extensions: { refusal: string } }[] };
  return answer.errors?.[0]?.extensions.refusal ?? answer;
};

describe('the documents of our apps', () => {
  it.each<TrustedDocumentsPolicy>(['only', 'prefer'])(
    'are answered by their name alone (%s)',
    async (policy) => {
      const asked = { ...stored('hash-1'), variables: { a: 1 } };
      expect(await ask(policy, asked)).toEqual({ query: manifest['hash-1'], variables: { a: 1 } });
    },
  );

  it('stand for their own text, whatever text comes along', async () => {
    expect(await ask('only', { ...stored('hash-1'), query: '{ other }' })).toEqual({
      query: manifest['hash-1'],
    });
  });

  it('are unknown by another name, and all of them where the gateway is told so', async () => {
    expect(await ask('only', stored('hash-9'))).toBe('document-unknown');
    expect(await ask('off', stored('hash-1'))).toBe('document-unknown');
  });
});

describe('a request of one’s own making', () => {
  it('is answered to everyone, unless only our documents are', async () => {
    expect(await ask('prefer', { query: '{ me }' })).toEqual({ query: '{ me }' });
    expect(await ask('off', { query: '{ me }' })).toEqual({ query: '{ me }' });
    expect(await ask('only', { query: '{ me }' })).toBe('not trusted');
    expect(await ask('only', { query: '{ me }' }, alice)).toBe('not trusted');
  });

  it('is then answered to technical accounts alone', async () => {
    expect(await ask('only', { query: '{ me }' }, robot)).toEqual({ query: '{ me }' });
  });

  it('is treated alike when it subscribes', () => {
    const documents = trustedDocuments('only', [manifest]);
    const subscribe = (payload: object, principal: Principal) =>
      readSubscription(schema, { query: '', ...payload }, { documents, principal, language: 'en' });
    expect(subscribe({ query: 'subscription { renamed }' }, alice)).toMatchObject([
      { extensions: { refusal: 'document-not-trusted' } },
    ]);
    expect(subscribe({ query: 'subscription { renamed }' }, robot)).toHaveProperty('document');
    expect(subscribe(stored('hash-2'), alice)).toHaveProperty('document');
  });
});
