import { useQuery } from '@apollo/client/react';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { useState } from 'react';
import { TriedServicesDocument } from '../gql/graphql.js';
import { directoryServiceOf } from './drafts.js';
import { useSettled } from './use-settled.js';

export interface TriedServices {
  /** With the services looked for instead of the sample, when some are. */
  readonly entry: DirectoryEntry;
  readonly search: string;
  readonly look: (search: string) => void;
}

/** An entity may have thousands of services: beyond the sample they are looked for. */
export const useTriedServices = (entry: DirectoryEntry): TriedServices => {
  const [search, look] = useState('');
  const asked = useSettled(search.trim(), 250);
  const { data, previousData } = useQuery(TriedServicesDocument, {
    variables: { structureId: entry.structureId, search: asked },
    skip: asked === '',
  });
  const found = asked === '' ? undefined : (data ?? previousData)?.settings.services.edges;
  return {
    entry: found ? { ...entry, services: found.map(({ node }) => directoryServiceOf(node)) } : entry,
    search,
    look,
  };
};
