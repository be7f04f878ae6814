import { ApolloClient, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { HttpLink } from '@apollo/client/link/http';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { storedDocumentsLink } from './stored-documents-link.js';

const named = (hash: string) => Object.assign(parse('query Me { me { id } }'), { __meta__: { hash } });

/** A gateway that knows the documents of one build. */
const clientOf = (known: readonly string[]) => {
  const sent: { query?: string; extensions?: { persistedQuery?: { sha256Hash: string } } }[] = [];
  const answer = async (_url: unknown, options: RequestInit | undefined): Promise<Response> => {
    const body = JSON.parse(String(options?.body)) as (typeof sent)[number];
    sent.push(body);
    const isKnown =
      body.query !== undefined || known.includes(body.extensions?.persistedQuery?.sha256Hash ?? '');
    const unknown = { errors: [{ message: 'unknown', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
    return Response.json(isKnown ? { data: { me: { __typename: 'Person', id: '1' } } } : unknown);
  };
  const link = ApolloLink.from([
    storedDocumentsLink,
    new HttpLink({ uri: 'http://gateway/graphql', fetch: answer }),
  ]);
  return { sent, client: new ApolloClient({ link, cache: new InMemoryCache() }) };
};

it('sends the name of a document, which the cache’s own additions leave as it was', async () => {
  const { sent, client } = clientOf(['abc']);
  const { data } = await client.query({ query: named('abc') });
  expect(data).toEqual({ me: { __typename: 'Person', id: '1' } });
  expect(sent).toHaveLength(1);
  expect(sent[0]).not.toHaveProperty('query');
  expect(sent[0]?.extensions?.persistedQuery).toEqual({ version: 1, sha256Hash: 'abc' });
});

it('sends the text as well to a gateway of another build', async () => {
  const { sent, client } = clientOf([]);
  const { data } = await client.query({ query: named('abc') });
  expect(data).toEqual({ me: { __typename: 'Person', id: '1' } });
  expect(sent.map(({ query }) => query !== undefined)).toEqual([false, true]);
});

it('sends the text of a document that has no name', async () => {
  const { sent, client } = clientOf([]);
  await client.query({ query: parse('query Me { me { id } }') });
  expect(sent.map(({ query }) => query !== undefined)).toEqual([true]);
});
