import type { Right } from '../gql/graphql.js';
import { useSession, type Viewer } from './session.js';

/** Whether the viewer holds a right, in one structure or in any. The gateway decides act by act; pages only offer. */
export const viewerCan = ({ memberships }: Viewer, right: Right, structureId?: string): boolean =>
  memberships.some(
    ({ structure, rights }) =>
      rights.includes(right) && (structureId === undefined || structure.id === structureId),
  );

export const useViewerCan = (right: Right, structureId?: string): boolean =>
  viewerCan(useSession().viewer, right, structureId);
