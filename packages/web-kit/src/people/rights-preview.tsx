import type { ReactNode } from 'react';
import { useDisplay } from '../display/use-display.js';
import type { Space } from '../gql/graphql.js';
import { useAccessNames } from './access-words.js';
import classes from './people.module.css';
import type { Choice, RightsDraft } from './rights-draft.js';
import { usePeopleWords } from './words.js';

/** What somebody will be able to do, in sentences, while the form is being filled in. */
export function RightsPreview({ draft }: { readonly draft: RightsDraft }): ReactNode {
  const say = usePeopleWords();
  const display = useDisplay();
  const lines = useLines(draft);
  return (
    <section className={classes.preview} aria-live="polite">
      <h3>{say('preview')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {draft.until && <li>{say('previewUntil', { day: display.day(draft.until) })}</li>}
      </ul>
    </section>
  );
}

const useLines = ({ role, levels, services }: RightsDraft): string[] => {
  const say = usePeopleWords();
  const { labelled } = useDisplay();
  const names = useAccessNames();
  if (role === 'MAIN_MANAGER') return [say('previewAll'), say('previewAppoint')];
  if (role === 'DEPUTY_MANAGER') return [say('previewAll'), say('previewGrant')];
  const held = (Object.entries(levels) as [Space, Choice][]).filter(([, level]) => level !== 'NONE');
  if (held.length === 0) return [say('previewNothing')];
  return held.map(([space, level]) => {
    const narrowed = services && (space === 'RECEIVED_INVOICES' || space === 'ENGAGEMENTS');
    const where = narrowed ? ` (${services.length > 0 ? services.join(', ') : say('noServiceChosen')})` : '';
    return labelled(names.space(space), `${say(`level_${level}`).toLowerCase()}${where}`);
  });
};
