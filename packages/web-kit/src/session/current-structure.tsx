import { useSyncExternalStore } from 'react';
import type { Side } from '../gql/graphql.js';
import { useSession, type Viewer } from './session.js';

export type ViewerMembership = Viewer['memberships'][number];

const KEY = 'parvis.structure';
const listeners = new Set<() => void>();

const chosen = (): string | null => localStorage.getItem(KEY);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
};

/** Chooses for whom the viewer works, on this device, until chosen otherwise. */
export const chooseStructure = (structureId: string): void => {
  localStorage.setItem(KEY, structureId);
  for (const listener of listeners) listener();
};

/** The membership in the structure for which the viewer works now; undefined when there is none on this side. */
export const useCurrentMembership = (side: Side): ViewerMembership | undefined => {
  const { viewer } = useSession();
  const id = useSyncExternalStore(subscribe, chosen);
  const memberships = viewer.memberships.filter((membership) => membership.side === side);
  return memberships.find(({ structure }) => structure.id === id) ?? memberships[0];
};
