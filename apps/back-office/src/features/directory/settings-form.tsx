import { type Demand, demands } from '@parvis/domain/directory/demand';
import { worksAuthorities } from '@parvis/domain/directory/structure-facts';
import { Button } from '@parvis/ui/acts/button';
import { CheckboxField } from '@parvis/ui/form/checkbox-field';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { errorOf } from '@parvis/ui/form/outcome';
import { RadioCards } from '@parvis/ui/form/radio-cards';
import { SaveBar } from '@parvis/ui/form/save-bar';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextArea } from '@parvis/ui/form/text-area';
import { TextField } from '@parvis/ui/form/text-field';
import type { ReactNode } from 'react';
import beside from '../../settings-view/beside-form.module.css';
import type { SettingsDraft } from '../../settings-view/drafts.js';
import classes from './settings.module.css';
import type { SavingSettings } from './use-save-settings.js';
import { useWords } from './words.js';

export interface SettingsFormProps {
  readonly draft: SettingsDraft;
  readonly saved: SettingsDraft;
  readonly isChanged: boolean;
  readonly mayChange: boolean;
  readonly saving: SavingSettings;
  readonly onChange: (changes: Partial<SettingsDraft>) => void;
  readonly onForget: () => void;
  /** What saving will do, beside the button. */
  readonly told: ReactNode;
}

/** Nothing is saved until asked for; what is typed stays on this device until then. */
export function SettingsForm(props: SettingsFormProps): ReactNode {
  const { draft, isChanged, mayChange, saving, onForget, told } = props;
  const say = useWords();
  return (
    <form
      className={`pv-panel ${beside.form}`}
      aria-label={say('formTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !saving.sending) void saving.save(draft);
      }}
    >
      {saving.outcome && !saving.sending && <FormAnswer outcome={saving.outcome} />}
      <fieldset disabled={!mayChange} className={beside.fields}>
        <legend className="pv-visually-hidden">{say('formTitle')}</legend>
        <Demands {...props} />
        <Contact {...props} />
        <Further {...props} />
      </fieldset>
      {mayChange && isChanged && (
        <SaveBar>
          {told}
          <SubmitButton sending={saving.sending}>{say('save')}</SubmitButton>
          <Button variant="default" size="md" onClick={onForget}>
            {say('forget')}
          </Button>
          <p className={beside.unsaved}>{say('unsaved')}</p>
        </SaveBar>
      )}
    </form>
  );
}

function Demands({ draft, onChange }: SettingsFormProps): ReactNode {
  const say = useWords();
  return (
    <RadioCards
      id="demand"
      label={say('demand')}
      hint={say('demandHint')}
      value={draft.demand}
      onChange={(demand) => onChange({ demand: demand as Demand })}
      choices={demands.map((demand) => ({
        value: demand,
        label: say(`demand_${demand}`),
        description: say(`demandText_${demand}`),
      }))}
    />
  );
}

function Contact({ draft, onChange, saving: { outcome } }: SettingsFormProps): ReactNode {
  const say = useWords();
  return (
    <section className={classes.group} aria-label={say('contact')}>
      <h2 className={classes.groupTitle}>{say('contact')}</h2>
      <p className={classes.hint}>{say('contactHint')}</p>
      <TextField
        id="contact-email"
        type="email"
        label={say('contactEmail')}
        value={draft.contactEmail}
        error={errorOf(outcome, 'contact-email')}
        onChange={(contactEmail) => onChange({ contactEmail })}
        optional
      />
      <div className={classes.pair}>
        <TextField
          id="contact-name"
          label={say('contactName')}
          value={draft.contactName}
          error={errorOf(outcome, 'contact-name')}
          onChange={(contactName) => onChange({ contactName })}
          optional
        />
        <TextField
          id="contact-phone"
          type="tel"
          label={say('contactPhone')}
          value={draft.contactPhone}
          error={errorOf(outcome, 'contact-phone')}
          onChange={(contactPhone) => onChange({ contactPhone })}
          optional
        />
      </div>
      <TextArea
        id="contact-note"
        rows={2}
        maxLength={500}
        label={say('contactNote')}
        value={draft.contactNote}
        error={errorOf(outcome, 'contact-note')}
        onChange={(contactNote) => onChange({ contactNote })}
        optional
      />
    </section>
  );
}

/** What few entities touch; open at once where it says something unusual. */
function Further({ draft, saved, onChange, saving: { outcome } }: SettingsFormProps): ReactNode {
  const say = useWords();
  const isUnusual =
    !saved.active || saved.worksAuthority !== 'no' || !saved.reportsPayment || Boolean(saved.validUntil);
  return (
    <details className={beside.further} open={isUnusual || undefined}>
      <summary>{say('further')}</summary>
      <div className={beside.fields}>
        <RadioCards
          id="works"
          label={say('works')}
          value={draft.worksAuthority}
          onChange={(worksAuthority) =>
            onChange({ worksAuthority: worksAuthority as SettingsDraft['worksAuthority'] })
          }
          choices={worksAuthorities.map((works) => ({
            value: works,
            label: say(`works_${works}`),
            description: say(`worksText_${works}`),
          }))}
        />
        <CheckboxField
          id="reports-payment"
          label={say('payment')}
          text={say('paymentText')}
          checked={draft.reportsPayment}
          onChange={(reportsPayment) => onChange({ reportsPayment })}
        />
        <CheckboxField
          id="active"
          label={say('activeEntity')}
          text={say('activeText')}
          checked={draft.active}
          onChange={(active) => onChange({ active })}
        />
        <div className={classes.pair}>
          <TextField
            id="valid-from"
            type="date"
            label={say('validFrom')}
            value={draft.validFrom}
            error={errorOf(outcome, 'valid-from')}
            onChange={(validFrom) => onChange({ validFrom })}
            optional
          />
          <TextField
            id="valid-until"
            type="date"
            label={say('validUntil')}
            value={draft.validUntil}
            error={errorOf(outcome, 'valid-until')}
            onChange={(validUntil) => onChange({ validUntil })}
            optional
          />
        </div>
      </div>
    </details>
  );
}
