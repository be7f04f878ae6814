import { useSession } from '@parvis/web-kit/session/session';

/** Whether the viewer may do more than read in any of their entities. The gateway decides act by act; pages only say why. */
export const useMayAct = (): boolean =>
  useSession().viewer.memberships.some(({ side, role }) => side === 'PUBLIC_ENTITY' && role !== 'READER');
