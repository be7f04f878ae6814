import { type ServiceDemand, serviceDemands } from '@parvis/domain/directory/demand';
import { usualServiceCode } from '@parvis/domain/directory/usual-service-code';
import { Button } from '@parvis/ui/acts/button';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { RadioCards } from '@parvis/ui/form/radio-cards';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextArea } from '@parvis/ui/form/text-area';
import { TextField } from '@parvis/ui/form/text-field';
import type { ReactNode } from 'react';
import beside from '../../settings-view/beside-form.module.css';
import type { PaymentDraft, ServiceFormDraft } from '../../settings-view/drafts.js';
import { useSettled } from '../../settings-view/use-settled.js';
import classes from './services.module.css';
import { useWords } from './words.js';

export interface ServiceFieldsProps {
  readonly draft: ServiceFormDraft;
  readonly onChange: (changes: Partial<ServiceFormDraft>) => void;
  readonly outcome: FormOutcome | undefined;
  /** A service that is there keeps its code. */
  readonly isNew: boolean;
  /** Whether the entity asks for the engagement number, for those who follow it. */
  readonly entityAsks: boolean;
}

/** What a service says of itself and demands. */
export function ServiceFields(props: ServiceFieldsProps): ReactNode {
  const { draft, onChange, outcome, isNew } = props;
  const say = useWords();
  return (
    <>
      <div className={classes.pair}>
        <TextField
          id="service-code"
          label={say('code')}
          hint={say(isNew ? 'codeHint' : 'codeFixed')}
          advice={isNew && <CodeAdvice code={draft.code} onTake={(code) => onChange({ code })} />}
          value={draft.code}
          disabled={!isNew}
          autoFocus={isNew}
          error={errorOf(outcome, 'service-code')}
          onChange={(code) => onChange({ code })}
        />
        <TextField
          id="service-name"
          label={say('name')}
          hint={say('nameHint')}
          value={draft.name}
          error={errorOf(outcome, 'service-name')}
          onChange={(name) => onChange({ name })}
        />
      </div>
      {isNew ? (
        <details className={beside.further}>
          <summary>{say('more')}</summary>
          <div className={beside.fields}>
            <Rest {...props} />
          </div>
        </details>
      ) : (
        <Rest {...props} />
      )}
    </>
  );
}

/** Beside what is typed; any code is taken. */
function CodeAdvice({
  code,
  onTake,
}: {
  readonly code: string;
  readonly onTake: (code: string) => void;
}): ReactNode {
  const say = useWords();
  const usual = usualServiceCode(useSettled(code, 500));
  if (usual === undefined) return null;
  return (
    <>
      {say('codeAdvice')}{' '}
      <Button variant="default" size="compact-sm" onClick={() => onTake(usual)}>
        {say('codeTake', { code: usual })}
      </Button>
    </>
  );
}

function Rest(props: ServiceFieldsProps): ReactNode {
  const { draft, onChange, outcome } = props;
  const say = useWords();
  return (
    <>
      <TextArea
        id="service-description"
        rows={2}
        maxLength={500}
        label={say('description')}
        hint={say('descriptionHint')}
        value={draft.description}
        error={errorOf(outcome, 'service-description')}
        onChange={(description) => onChange({ description })}
        optional
      />
      <Demand {...props} />
      <Further {...props} />
    </>
  );
}

function Demand({ draft, onChange, entityAsks }: ServiceFieldsProps): ReactNode {
  const say = useWords();
  const is = say(entityAsks ? 'isRequired' : 'isOptional');
  const label = (demand: ServiceDemand): string =>
    demand === 'asEntity' ? say('demand_asEntityIs', { is }) : say(`demand_${demand}`);
  return (
    <RadioCards
      id="service-engagementNumberRequired"
      label={say('demand')}
      value={draft.demand}
      onChange={(demand) => onChange({ demand: demand as ServiceDemand })}
      choices={serviceDemands.map((demand) => ({
        value: demand,
        label: label(demand),
        description: say(`demandText_${demand}`),
      }))}
    />
  );
}

const payments: readonly PaymentDraft[] = ['asEntity', 'reported', 'notReported'];

function Further({ draft, onChange, outcome }: ServiceFieldsProps): ReactNode {
  const say = useWords();
  const isUsed = draft.payment !== 'asEntity' || draft.validFrom || draft.validUntil || draft.contactEmail;
  return (
    <details className={beside.further} open={isUsed ? true : undefined}>
      <summary>{say('further')}</summary>
      <div className={beside.fields}>
        <SelectField
          id="service-reportsPayment"
          label={say('payment')}
          prompt={false}
          value={draft.payment}
          onChange={(payment) => onChange({ payment: payment as PaymentDraft })}
          choices={payments.map((payment) => ({ value: payment, label: say(`payment_${payment}`) }))}
        />
        <div className={classes.pair}>
          <TextField
            id="service-validFrom"
            type="date"
            label={say('validFrom')}
            value={draft.validFrom}
            error={errorOf(outcome, 'service-validFrom')}
            onChange={(validFrom) => onChange({ validFrom })}
            optional
          />
          <TextField
            id="service-validUntil"
            type="date"
            label={say('validUntil')}
            value={draft.validUntil}
            error={errorOf(outcome, 'service-validUntil')}
            onChange={(validUntil) => onChange({ validUntil })}
            optional
          />
        </div>
        <TextField
          id="service-contactEmail"
          type="email"
          label={say('contactEmail')}
          hint={say('contactHint')}
          value={draft.contactEmail}
          error={errorOf(outcome, 'service-contactEmail')}
          onChange={(contactEmail) => onChange({ contactEmail })}
          optional
        />
      </div>
    </details>
  );
}
