import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConnectorKind } from './connector-kind.js';

/** A connector of somebody else's that cannot be loaded, in a sentence that names it and what to do. */
export class ConnectorNotLoaded extends Error {
  override readonly name = 'ConnectorNotLoaded';
}

/** `acme, ../connector-other`: as an installation names them. */
export const listOfNames = (list: string): readonly string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * The kinds that an installation adds to those that come with Parvis. `packages`: names of packages, or folders of
 * packages; the main module of each exports `connectorKind`. Throws `ConnectorNotLoaded`.
 */
export const loadKinds = async (
  packages: readonly string[],
  shipped: readonly ConnectorKind<unknown>[],
): Promise<readonly ConnectorKind<unknown>[]> => {
  const kinds = [...shipped];
  for (const name of packages) {
    const kind = await loadKind(name);
    if (kinds.some(({ system }) => system === kind.system))
      throw notLoaded(name, `its system "${kind.system}" is known already: give it another name`);
    kinds.push(kind);
  }
  return kinds;
};

const loadKind = async (name: string): Promise<ConnectorKind<unknown>> => {
  const exported = await importMain(name);
  const kind = exported.connectorKind;
  const lacking = isObject(kind) ? required.filter((field) => kind[field] === undefined) : required;
  if (lacking.length > 0)
    throw notLoaded(name, `its main module exports no "connectorKind" with ${lacking.join(', ')}`);
  return kind as ConnectorKind<unknown>;
};

const required = [
  'system',
  'label',
  'description',
  'capabilities',
  'steps',
  'statusWords',
  'parseSettings',
  'open',
] as const satisfies readonly (keyof ConnectorKind<unknown>)[];

const importMain = async (name: string): Promise<Readonly<Record<string, unknown>>> => {
  const isFolder = name.startsWith('.') || path.isAbsolute(name);
  try {
    const main = createRequire(pathToFileURL(path.join(process.cwd(), 'package.json'))).resolve(
      isFolder ? path.resolve(name) : name,
    );
    return (await import(pathToFileURL(main).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw notLoaded(name, cause instanceof Error ? cause.message : String(cause), cause);
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const notLoaded = (name: string, why: string, cause?: unknown): ConnectorNotLoaded =>
  new ConnectorNotLoaded(
    `PARVIS_CONNECTORS: the connector "${name}" cannot be loaded: ${why}. Build or install it, or take it out of the list.`,
    { cause },
  );
