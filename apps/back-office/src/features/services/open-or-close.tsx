import { Button } from '@parvis/ui/acts/button';
import type { ReactNode } from 'react';
import type { SettingsServiceFieldsFragment } from '../../gql/graphql.js';
import classes from './services.module.css';
import type { SavingService } from './use-save-service.js';
import { useWords } from './words.js';

/** Not beside what is typed: closing is another matter than changing, and says what it does. */
export function OpenOrClose({
  service,
  saving,
}: {
  readonly service: SettingsServiceFieldsFragment;
  readonly saving: SavingService;
}): ReactNode {
  const say = useWords();
  const { active } = service;
  return (
    <section
      className={`pv-panel ${classes.openOrClose}`}
      aria-label={say(active ? 'closeAct' : 'reopenAct')}
    >
      <p>{say(active ? 'closeText' : 'reopenText')}</p>
      <Button
        variant="default"
        disabled={saving.sending}
        onClick={() => void saving.setOpen(service, !active)}
      >
        {say(active ? 'closeAct' : 'reopenAct')}
      </Button>
    </section>
  );
}
