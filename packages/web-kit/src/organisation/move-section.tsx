import { useApolloClient } from '@apollo/client/react';
import { type MoveDraft, parseMove, usualTransitionEnd } from '@parvis/domain/directory/move-form';
import { calendarDay } from '@parvis/domain/time/paris';
import { Button } from '@parvis/ui/acts/button';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf } from '@parvis/ui/form/outcome';
import { TextArea } from '@parvis/ui/form/text-area';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import { type OrganisationPartsFragment, PreviewSiretChangeDocument } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { failedOutcome, faultsOutcome, fieldId, outcomeOf } from './form-outcome.js';
import { MovePreview, type Preview } from './move-preview.js';
import classes from './organisation.module.css';
import { useOrganisationAct } from './use-organisation-act.js';
import { useOrganisationWords } from './words.js';

interface MoveSectionProps {
  readonly organisation: OrganisationPartsFragment;
}

/** In three steps: what is typed, what it would do, and only then the act. */
export function MoveSection({ organisation }: MoveSectionProps): ReactNode {
  const say = useOrganisationWords();
  const [draft, setDraft] = useState<MoveDraft>();
  const [preview, setPreview] = useState<Preview>();
  const leave = (): void => {
    setDraft(undefined);
    setPreview(undefined);
  };
  const text = organisation.identifier.type === 'SIRET' ? 'moveTextSiret' : 'moveTextOther';
  return (
    <section className="pv-panel">
      <h2 className="pv-panel-title">{say('move')}</h2>
      {draft && preview ? (
        <MovePreview
          organisation={organisation}
          draft={draft}
          preview={preview}
          onBack={() => setPreview(undefined)}
          onDone={leave}
        />
      ) : (
        <>
          <p className={classes.text}>{say(text)}</p>
          {draft ? (
            <MoveForm
              {...{ organisation, draft, onChange: setDraft, onPreview: setPreview, onLeave: leave }}
            />
          ) : (
            <Button variant="default" onClick={() => setDraft(newDraft())}>
              {say('moveStart')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const newDraft = (): MoveDraft => {
  const today = calendarDay(new Date());
  return { siret: '', movedOn: today, acceptedUntil: usualTransitionEnd(today), reason: '' };
};

interface MoveFormProps extends MoveSectionProps {
  readonly draft: MoveDraft;
  readonly onChange: (draft: MoveDraft) => void;
  readonly onPreview: (preview: Preview) => void;
  readonly onLeave: () => void;
}

function MoveForm({ organisation, draft, onChange, onPreview, onLeave }: MoveFormProps): ReactNode {
  const say = useOrganisationWords();
  const language = useLanguage();
  const client = useApolloClient();
  const { outcome, setOutcome } = useOrganisationAct();
  const [asking, setAsking] = useState(false);
  const ask = async (): Promise<void> => {
    const parsed = parseMove(draft, organisation.identifier, calendarDay(new Date()));
    setOutcome(parsed.ok ? undefined : faultsOutcome(draft, parsed.refusal, language));
    if (!parsed.ok) return;
    setAsking(true);
    const input = {
      ...draft,
      structureId: organisation.id,
      language: language === 'fr' ? 'FR' : 'EN',
    } as const;
    try {
      const { data } = await client.query({
        query: PreviewSiretChangeDocument,
        variables: { input },
        fetchPolicy: 'network-only',
      });
      const answer = data?.previewSiretChange;
      if (answer?.__typename === 'SiretChangePreview') onPreview(answer);
      else if (answer) setOutcome(outcomeOf(answer));
    } catch (failure) {
      setOutcome(failedOutcome(failure));
    } finally {
      setAsking(false);
    }
  };
  const field = (name: keyof MoveDraft) => ({
    id: fieldId(name),
    name,
    value: draft[name],
    autoComplete: 'off',
    error: errorOf(outcome, fieldId(name)),
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  });
  return (
    <Form
      outcome={outcome}
      sending={asking}
      onSubmit={() => void ask()}
      actions={<FormActs sending={asking} submit={say('preview')} leave={say('cancel')} onLeave={onLeave} />}
    >
      <TextField
        autoFocus
        {...field('siret')}
        inputMode="numeric"
        label={say('moveSiret')}
        hint={say('moveSiretHint')}
      />
      <div className={classes.pair}>
        <TextField {...field('movedOn')} type="date" label={say('movedOn')} />
        <TextField
          {...field('acceptedUntil')}
          type="date"
          label={say('acceptedUntil')}
          hint={say('acceptedUntilHint')}
        />
      </div>
      <TextArea
        {...field('reason')}
        rows={2}
        maxLength={500}
        label={say('reason')}
        hint={say('reasonHint')}
      />
    </Form>
  );
}
