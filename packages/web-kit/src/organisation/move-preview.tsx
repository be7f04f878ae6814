import { useMutation } from '@apollo/client/react';
import type { MoveDraft } from '@parvis/domain/directory/move-form';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import { CheckboxField } from '@parvis/ui/form/checkbox-field';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import {
  ChangeSiretDocument,
  type OrganisationPartsFragment,
  type PreviewSiretChangeQuery,
} from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { fieldId } from './form-outcome.js';
import classes from './organisation.module.css';
import { useOrganisationAct } from './use-organisation-act.js';
import { useOrganisationWords } from './words.js';

export type Preview = Extract<
  PreviewSiretChangeQuery['previewSiretChange'],
  { readonly __typename: 'SiretChangePreview' }
>;

export interface MovePreviewProps {
  readonly organisation: OrganisationPartsFragment;
  readonly draft: MoveDraft;
  readonly preview: Preview;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const parts = {
  SUPPLIER: ['people', 'grants', 'keys', 'mandates', 'openInvoices'],
  PUBLIC_ENTITY: ['people', 'grants', 'keys', 'connections', 'openInvoices'],
} as const;

/** The form one was in is gone: the focus goes on with what took its place. */
const focusOnce = (heading: HTMLElement | null): void => heading?.focus();

/** What goes along, counted; the act is confirmed by a sentence that says it. */
export function MovePreview(props: MovePreviewProps): ReactNode {
  const { organisation, preview, onBack } = props;
  const say = useOrganisationWords();
  const { siret, day } = useDisplay();
  const [from, to] = [siret(preview.from.value), siret(preview.to.value)];
  const [confirmed, setConfirmed] = useState(false);
  const { submit, outcome, sending } = useMove(props, confirmed);
  return (
    <Form
      outcome={outcome}
      sending={sending}
      onSubmit={() => void submit()}
      actions={
        <FormActs sending={sending} submit={say('confirm')} leave={say('backToForm')} onLeave={onBack} />
      }
    >
      <div>
        <h3 ref={focusOnce} tabIndex={-1}>
          {say('previewTitle')}
        </h3>
        <p className={classes.text}>
          <strong>{say('previewFromTo', { from, to })}</strong> {say('previewAnnuaire')}
        </p>
        <p className={classes.text}>{say('previewMovesAlong')}</p>
        <ul className={classes.holdings}>
          {parts[organisation.side].map((part) => (
            <li key={part}>
              <strong>{preview.holdings[part]}</strong> {say(`hold_${part}`)}
            </li>
          ))}
        </ul>
        <p className={classes.text}>{say('previewStays')}</p>
        <p className={classes.text}>{say('previewAccepted', { from, until: day(preview.acceptedUntil) })}</p>
        {preview.vatAfter && preview.vatAfter !== preview.vatBefore && (
          <KeyValueList
            entries={[
              {
                key: 'vat',
                label: say('previewVat'),
                value: preview.vatAfter,
                ...(preview.vatBefore && { previous: preview.vatBefore }),
              },
            ]}
          />
        )}
      </div>
      <CheckboxField
        id={fieldId('confirmed')}
        label={say('confirmText', { name: organisation.name, to })}
        checked={confirmed}
        onChange={setConfirmed}
      />
    </Form>
  );
}

const useMove = ({ organisation, draft, preview, onDone }: MovePreviewProps, confirmed: boolean) => {
  const say = useOrganisationWords();
  const { siret } = useDisplay();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [change] = useMutation(ChangeSiretDocument);
  const { run, outcome, setOutcome, sending } = useOrganisationAct();
  const submit = async (): Promise<void> => {
    if (!confirmed) {
      const errors = [{ fieldId: fieldId('confirmed'), message: say('confirmMissing') }];
      setOutcome({ kind: 'field-errors', errors });
      return;
    }
    const { id: structureId, updatedAt } = organisation;
    const input = { ...draft, structureId, updatedAt, language } as const;
    const done = await run(
      async () => (await change({ variables: { input } })).data?.changeSiret,
      say('moved', { to: siret(preview.to.value) }),
    );
    if (done) onDone();
  };
  return { submit, outcome, sending };
};
