import { NoRight } from '@parvis/ui/states/no-right';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import type { ReactNode } from 'react';
import { useWords } from './words.js';

/** What is shown only to those who may set connections up; the others read which right is missing. */
export function OperatorsOnly({
  children,
}: {
  readonly children: (structureId: string) => ReactNode;
}): ReactNode {
  const say = useWords();
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  const may = useViewerCan('CONNECTOR_OPERATE', structureId);
  if (structureId && may) return children(structureId);
  return <NoRight right={say('operateRight')} whoCanGive={say('operateWho')} />;
}
