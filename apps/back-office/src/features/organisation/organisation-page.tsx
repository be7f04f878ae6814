import { KeyValueList } from '@parvis/ui/display/key-value-list';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { DataTable } from '@parvis/ui/table/data-table';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useSession } from '@parvis/web-kit/session/session';
import type { ReactNode } from 'react';
import classes from './organisation.module.css';
import { useWords } from './words.js';

/** Who is signed in, and what they may do where. */
export function OrganisationPage(): ReactNode {
  const say = useWords();
  const { viewer } = useSession();
  const { siret } = useDisplay();
  return (
    <>
      <PageHeader title={say('title')} />
      <h2>{say('me')}</h2>
      <div className={`pv-panel ${classes.me}`}>
        <KeyValueList
          entries={[
            { key: 'name', label: say('name'), value: viewer.name },
            { key: 'email', label: say('email'), value: viewer.email },
          ]}
        />
      </div>
      <h2>{say('structures')}</h2>
      <DataTable
        caption={say('structures')}
        columns={[
          {
            key: 'name',
            header: say('structure'),
            cell: ({ structure }) => structure.name,
            cardRole: 'title',
          },
          {
            key: 'siret',
            header: say('siret'),
            cell: ({ structure }) => structure.siret && siret(structure.siret),
            cardRole: 'detail',
            nowrap: true,
          },
          { key: 'side', header: say('side'), cell: ({ side }) => say(`side_${side}`), cardRole: 'detail' },
          { key: 'role', header: say('role'), cell: ({ role }) => say(`role_${role}`), cardRole: 'detail' },
        ]}
        rows={viewer.memberships}
        rowKey={({ structure }) => structure.id}
        rowLabel={({ structure }) => structure.name}
        total={viewer.memberships.length}
      />
    </>
  );
}
