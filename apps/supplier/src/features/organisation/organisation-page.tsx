import { CopyText } from '@parvis/ui/display/copy-text';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useSession, type Viewer } from '@parvis/web-kit/session/session';
import type { ReactNode } from 'react';
import classes from './organisation.module.css';
import { useWords } from './words.js';

/** Who I am here, and for whom I may act. */
export function OrganisationPage(): ReactNode {
  const say = useWords();
  const { viewer } = useSession();
  return (
    <>
      <PageHeader title={say('title')} />
      <div className={classes.sections}>
        <section className="pv-panel">
          <h2 className="pv-panel-title">{say('me')}</h2>
          <KeyValueList
            entries={[
              { key: 'name', label: say('name'), value: viewer.name },
              { key: 'email', label: say('email'), value: viewer.email },
            ]}
          />
        </section>
        <section className="pv-panel">
          <h2 className="pv-panel-title">{say('structures')}</h2>
          <ul className={classes.structures}>
            {viewer.memberships.map((membership) => (
              <Membership key={`${membership.structure.id} ${membership.side}`} membership={membership} />
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Membership({ membership }: { readonly membership: Viewer['memberships'][number] }): ReactNode {
  const say = useWords();
  const { siret } = useDisplay();
  const { structure, side, role } = membership;
  return (
    <li className={classes.structure}>
      <strong>{structure.name}</strong>
      <span className={classes.faint}>
        {say(`side_${side}`)}
        {structure.siret && (
          <>
            {' · '}
            {say('siret')}{' '}
            <CopyText value={structure.siret} shown={siret(structure.siret)} label={say('siret')} />
          </>
        )}
      </span>
      <span>
        {say(`role_${role}`)}, {say(side === 'SUPPLIER' ? `roleText_${role}` : `entityRoleText_${role}`)}
      </span>
    </li>
  );
}
