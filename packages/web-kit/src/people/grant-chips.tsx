import type { ReactNode } from 'react';
import type { MemberPartsFragment } from '../gql/graphql.js';
import { useAccessNames } from './access-words.js';
import { LastDay } from './last-day.js';
import classes from './people.module.css';
import { usePeopleWords } from './words.js';

/** What somebody holds, a small mark a space. */
export function GrantChips({ role, grants }: Pick<MemberPartsFragment, 'role' | 'grants'>): ReactNode {
  const say = usePeopleWords();
  const names = useAccessNames();
  if (role !== 'USER') return say('allSpaces');
  if (grants.length === 0) return say('noSpace');
  return (
    <ul className={classes.chips}>
      {grants.map(({ space, level, services, until }) => (
        <li key={space} className={classes.chip}>
          {names.space(space)} · {say(`level_${level}`)}
          {services && ` · ${services.join(', ')}`}
          {until && (
            <>
              {' · '}
              <LastDay end={until} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
