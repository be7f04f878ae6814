import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Column } from '@parvis/ui/table/column';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import classes from './directory.module.css';
import type { FoundRow } from './use-directory.js';
import { useWords } from './words.js';

/** Who, where, and what an invoice must carry; for a need, the services that answer it. */
export const useDirectoryColumns = (): readonly Column<FoundRow>[] => {
  const say = useWords();
  return [
    {
      key: 'name',
      header: say('entity'),
      cardRole: 'title',
      width: '38%',
      cell: ({ node }) => <Who entity={node} />,
    },
    {
      key: 'where',
      header: say('where'),
      cardRole: 'status',
      width: '20%',
      cell: ({ node: { town, department } }) => (department ? `${town} (${department})` : town),
    },
    {
      key: 'requirement',
      header: say('requirement'),
      cardRole: 'detail',
      cell: (row) => <Requirement row={row} />,
    },
  ];
};

function Who({ entity }: { readonly entity: FoundRow['node'] }): ReactNode {
  const say = useWords();
  const { siret } = useDisplay();
  return (
    <span className={classes.who}>
      <span className={classes.whoName}>
        {entity.name} {!entity.active && <StatusChip tone="warning">{say('inactive')}</StatusChip>}
      </span>
      <span className={classes.about}>
        {say(`kind_${entity.kind}`)} · {siret(entity.siret)}
      </span>
    </span>
  );
}

function Requirement({ row: { node, services } }: { readonly row: FoundRow }): ReactNode {
  const say = useWords();
  return (
    <span className={classes.who}>
      <span>{node.requirementSentence}</span>
      {services.length > 0 && (
        <span className={classes.about}>
          {say('answering')} {services.map(({ name, code }) => `${name} (${code})`).join(', ')}
        </span>
      )}
    </span>
  );
}
