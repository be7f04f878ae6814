import { CopyText } from '@parvis/ui/display/copy-text';
import type { ReactNode } from 'react';
import type { FoundEntityFragment } from '../../gql/graphql.js';
import classes from './directory.module.css';
import { useWords } from './words.js';

export interface ServiceTableProps {
  readonly services: FoundEntityFragment['services'];
}

/** The services that receive invoices, with the code to write and what each asks for besides. */
export function ServiceTable({ services }: ServiceTableProps): ReactNode {
  const say = useWords();
  return (
    <details className={classes.services} open={services.length <= 8}>
      <summary>
        {say('services')} ({services.length})
      </summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('service')}</th>
            <th scope="col">{say('code')}</th>
            <th scope="col">{say('engagement')}</th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ code, name, engagementNumberRequired }) => (
            <tr key={code}>
              <td>{name}</td>
              <td>
                <CopyText value={code} label={say('code')} />
              </td>
              <td>{say(engagementNumberRequired ? 'engagementRequired' : 'engagementFree')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
