/**
 * For Vite: puts the documents an app was built with beside its files, as `trusted-documents.json`, text by the name the
 * app sends. The gateway reads it when it starts.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, visit } from 'graphql';

export const trustedDocuments = () => ({
  name: 'parvis-trusted-documents',
  apply: 'build',
  generateBundle() {
    const file = path.resolve('src/gql/persisted-documents.json');
    if (!existsSync(file)) this.error(`${file} is missing: run codegen first.`);
    const written = JSON.parse(readFileSync(file, 'utf8'));
    const sent = Object.entries(written).map(([name, text]) => [name, withTypeNames(text)]);
    this.emitFile({
      type: 'asset',
      fileName: 'trusted-documents.json',
      source: JSON.stringify(Object.fromEntries(sent)),
    });
  },
});

const typeName = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** What the cache of our apps asks for besides: the type of every object but the root. */
export const withTypeNames = (text) =>
  print(
    visit(parse(text), {
      SelectionSet: (node, _key, parent) => {
        const isRoot = parent?.kind === Kind.OPERATION_DEFINITION;
        const has = node.selections.some(
          ({ kind, name }) => kind === Kind.FIELD && name.value === '__typename',
        );
        return isRoot || has ? undefined : { ...node, selections: [...node.selections, typeName] };
      },
    }),
  );
