import { useMutation, useQuery } from '@apollo/client/react';
import { CheckboxField } from '@parvis/ui/form/checkbox-field';
import { RadioCards } from '@parvis/ui/form/radio-cards';
import { useToast } from '@parvis/ui/toast/toasts';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import {
  ChangeEngagementSettingsDocument,
  type EngagementCheck,
  EngagementCheckSettingDocument,
  type EngagementCheckSettingQuery,
} from '../../gql/graphql.js';
import classes from './engagements.module.css';
import { useWords } from './words.js';

type Settings = Pick<EngagementCheckSettingQuery['engagementSettings'], 'check' | 'acceptsExcess'>;

const checks: readonly EngagementCheck[] = ['NONE', 'ADVISE', 'ENFORCE'];

/** What deposited invoices are held against: said in a sentence, changed by those who change settings, undone at once. */
export function EngagementCheckPanel({ structureId }: { readonly structureId: string }): ReactNode {
  const say = useWords();
  const mayChange = useViewerCan('SETTINGS_CHANGE', structureId);
  const { data, refetch } = useQuery(EngagementCheckSettingDocument, { variables: { structureId } });
  // What was just chosen shows at once, until the answer is there.
  const [chosen, setChosen] = useState<Settings>();
  const put = usePut(structureId, () => refetch().finally(() => setChosen(undefined)));
  const saved = data?.engagementSettings;
  if (!saved) return null;
  const { check, acceptsExcess } = chosen ?? saved;
  const choose = (settings: Settings): void => {
    setChosen(settings);
    void put(settings, saved);
  };
  const now = <span className={classes.now}>{say(`checkNow_${check}`)}</span>;
  if (!mayChange) return <p className={classes.checkNow}>{now}</p>;
  return (
    <details className={`pv-panel ${classes.check}`}>
      <summary>
        {say('checkTitle')} {now}
      </summary>
      <RadioCards
        id="engagement-check"
        label={say('check')}
        value={check}
        onChange={(value) => choose({ check: value as EngagementCheck, acceptsExcess })}
        choices={checks.map((value) => ({
          value,
          label: say(`check_${value}`),
          description: say(`checkText_${value}`),
        }))}
      />
      {check === 'ENFORCE' && (
        <CheckboxField
          id="engagement-excess"
          label={say('acceptsExcess')}
          text={say('acceptsExcessText')}
          checked={acceptsExcess}
          onChange={(accepts) => choose({ check, acceptsExcess: accepts })}
        />
      )}
    </details>
  );
}

const usePut = (structureId: string, onAnswered: () => Promise<unknown>) => {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [change] = useMutation(ChangeEngagementSettingsDocument);
  const put = async ({ check, acceptsExcess }: Settings, before?: Settings): Promise<void> => {
    const input = { structureId, check, acceptsExcess, language } as const;
    const answer = await change({ variables: { input } }).catch(() => undefined);
    const outcome = answer?.data?.changeEngagementSettings;
    if (outcome?.__typename === 'EngagementSettings')
      toast({ message: say('checkSaved'), ...(before && { undo: () => void put(before) }) });
    else
      toast({
        tone: 'danger',
        message: outcome?.__typename === 'ActRefused' ? outcome.message : say('failed'),
      });
    await onAnswered().catch(() => undefined);
  };
  return put;
};
