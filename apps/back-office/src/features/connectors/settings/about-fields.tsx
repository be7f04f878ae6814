import { CheckboxField } from '@parvis/ui/form/checkbox-field';
import { RadioCards } from '@parvis/ui/form/radio-cards';
import { TextField } from '@parvis/ui/form/text-field';
import type { ReactNode } from 'react';
import { environments } from '../environments.js';
import { useWords } from '../words.js';
import { fieldId } from './settings-draft.js';
import type { AboutDraft } from './use-settings-draft.js';

interface AboutFieldsProps {
  readonly about: AboutDraft;
  readonly onChange: (changes: Partial<AboutDraft>) => void;
  readonly faults: ReadonlyMap<string, string>;
  /** Whether going live is asked here; a new connection is tried first. */
  readonly withLive: boolean;
}

/** What every connection has: a name, an environment, when invoices leave. */
export function AboutFields({ about, onChange, faults, withLive }: AboutFieldsProps): ReactNode {
  const say = useWords();
  return (
    <>
      <TextField
        id={fieldId('connection.name')}
        label={say('name')}
        hint={say('nameHint')}
        autoComplete="off"
        value={about.name}
        onChange={(name) => onChange({ name })}
        error={faults.get('connection.name')}
      />
      <RadioCards
        id={fieldId('connection.environment')}
        label={say('environment')}
        value={about.environment}
        onChange={(value) =>
          onChange({
            environment: value as AboutDraft['environment'],
            ...(value === 'TEST' && { live: false }),
          })
        }
        choices={environments.map((value) => ({
          value,
          label: say(`environment_${value}`),
          description: say(`environmentText_${value}`),
        }))}
      />
      <RadioCards
        id={fieldId('connection.deliverWhen')}
        label={say('deliverWhen')}
        value={about.deliverWhen}
        onChange={(value) => onChange({ deliverWhen: value as AboutDraft['deliverWhen'] })}
        choices={(['MADE_AVAILABLE', 'SERVICE_CONFIRMED'] as const).map((value) => ({
          value,
          label: say(`when_${value}`),
          description: say(`whenText_${value}`),
        }))}
      />
      <CheckboxField
        id={fieldId('connection.refuseWhenCancelled')}
        label={say('refuseWhenCancelled')}
        text={say('refuseWhenCancelledText')}
        checked={about.refuseWhenCancelled}
        onChange={(refuseWhenCancelled) => onChange({ refuseWhenCancelled })}
      />
      {withLive && (
        <CheckboxField
          id={fieldId('connection.live')}
          label={say('live')}
          text={say(about.environment === 'TEST' ? 'testNeverLive' : 'liveText')}
          checked={about.live}
          disabled={about.environment === 'TEST' && !about.live}
          onChange={(live) => onChange({ live })}
        />
      )}
    </>
  );
}
