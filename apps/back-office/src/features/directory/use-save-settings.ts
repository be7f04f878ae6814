import { useMutation } from '@apollo/client/react';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { useToast } from '@parvis/ui/toast/toasts';
import type { KeptDraft } from '@parvis/web-kit/drafts/kept-draft';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { useState } from 'react';
import { ChangeSettingsDocument, type EntitySettingsFieldsFragment } from '../../gql/graphql.js';
import { type SettingsDraft, settingsDraftOf, settingsInput } from '../../settings-view/drafts.js';
import { useWords } from './words.js';

export interface SavingSettings {
  readonly save: (draft: SettingsDraft) => Promise<void>;
  readonly outcome: FormOutcome | undefined;
  readonly sending: boolean;
}

/** Saves, and offers for ten seconds to put back what was. */
export const useSaveSettings = (
  settings: EntitySettingsFieldsFragment,
  {
    kept,
    onChanged,
  }: { readonly kept: KeptDraft<SettingsDraft>; readonly onChanged: () => Promise<unknown> },
): SavingSettings => {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [change, { loading }] = useMutation(ChangeSettingsDocument);

  /** Answers the version that holds now; undefined when nothing was saved. */
  const send = async (draft: SettingsDraft, version: string): Promise<string | undefined> => {
    const input = {
      structureId: settings.structureId,
      settings: settingsInput(draft),
      version,
      language,
    } as const;
    try {
      const answer = (await change({ variables: { input } })).data?.changeSettings;
      if (answer?.__typename === 'SettingsChanged') {
        setOutcome(undefined);
        return answer.settings.version;
      }
      if (answer?.__typename === 'FormFaulty') setOutcome(faultsOf(answer.faults));
      if (answer?.__typename === 'ActRefused') {
        setOutcome({ kind: 'refused', message: answer.message, nextStep: answer.nextStep });
        // A colleague's change shows in the fields that were left alone.
        if (answer.code === 'settings-changed-meanwhile') await onChanged();
      }
    } catch (failure) {
      setOutcome({ kind: 'failed', reference: referenceOf(failure) });
    }
    return undefined;
  };

  const save = async (draft: SettingsDraft): Promise<void> => {
    const before = settingsDraftOf(settings);
    const version = await send(draft, settings.version);
    if (version === undefined) return;
    // The form holds what was typed until what was saved is here: nothing old flashes up in between.
    await onChanged();
    kept.forget();
    const undo = async (): Promise<void> => {
      if ((await send(before, version)) !== undefined) await onChanged();
    };
    toast({ message: say('saved'), undo: () => void undo() });
  };

  return { save, outcome, sending: loading };
};

const fields: Readonly<Record<string, string>> = {
  'contact.name': 'contact-name',
  'contact.email': 'contact-email',
  'contact.phone': 'contact-phone',
  'contact.note': 'contact-note',
  validFrom: 'valid-from',
  validUntil: 'valid-until',
};

const faultsOf = (
  faults: readonly { readonly field: string; readonly message: string; readonly nextStep: string }[],
): FormOutcome => ({
  kind: 'field-errors',
  errors: faults.map(({ field, message, nextStep }) => ({
    fieldId: fields[field] ?? 'demand',
    message: `${message} ${nextStep}`,
  })),
});
