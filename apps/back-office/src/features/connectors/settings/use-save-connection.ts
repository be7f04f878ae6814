import { useMutation } from '@apollo/client/react';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { useState } from 'react';
import { SaveConnectionDocument, type SaveConnectionInput } from '../../../gql/graphql.js';
import { fieldId } from './settings-draft.js';
import { faultsByPlace } from './use-step-test.js';

/** Saves a connection; answers its identifier, or undefined with what stands in the way in `outcome`. */
export const useSaveConnection = () => {
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [send, { loading }] = useMutation(SaveConnectionDocument);
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const putFaults = (places: ReadonlyMap<string, string>): void => {
    setFaults(places);
    setOutcome({
      kind: 'field-errors',
      errors: [...places].map(([place, message]) => ({ fieldId: fieldId(place), message })),
    });
  };
  const save = async (input: Omit<SaveConnectionInput, 'language'>): Promise<string | undefined> => {
    setFaults(new Map());
    try {
      const { data } = await send({ variables: { input: { ...input, language }, language } });
      const answer = data?.saveConnection;
      if (answer?.__typename === 'ConnectionSaved') {
        setOutcome(undefined);
        return answer.connection.id;
      }
      if (answer?.__typename === 'SettingsRefused') putFaults(faultsByPlace(answer.faults));
      else if (answer)
        setOutcome({ kind: 'refused', message: answer.message, nextStep: answer.nextStep ?? undefined });
    } catch (failure) {
      setOutcome({ kind: 'failed', reference: referenceOf(failure) });
    }
    return undefined;
  };
  return { save, sending: loading, outcome, faults, putFaults };
};
