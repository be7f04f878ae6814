import { useMutation } from '@apollo/client/react';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { useToast } from '@parvis/ui/toast/toasts';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { useState } from 'react';
import {
  AddServiceDocument,
  ChangeServiceDocument,
  CloseServiceDocument,
  type Language,
  ReopenServiceDocument,
  type ServiceAnswerFragment,
  type SettingsServiceFieldsFragment,
} from '../../gql/graphql.js';
import { type ServiceFormDraft, serviceDraftOf, serviceInput } from '../../settings-view/drafts.js';
import { useWords } from './words.js';

type Service = SettingsServiceFieldsFragment;

export interface SavingService {
  readonly outcome: FormOutcome | undefined;
  readonly sending: boolean;
  readonly add: (draft: ServiceFormDraft) => Promise<boolean>;
  readonly change: (service: Service, draft: ServiceFormDraft) => Promise<boolean>;
  readonly setOpen: (service: Service, open: boolean) => Promise<void>;
}

/** The acts on one service; each can be undone for ten seconds. */
export const useSaveService = (structureId: string, onChanged: () => Promise<unknown>): SavingService => {
  const say = useWords();
  const toast = useToast();
  const words: Language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [addOne, adding] = useMutation(AddServiceDocument);
  const [changeOne, changing] = useMutation(ChangeServiceDocument);
  const [closeOne, closing] = useMutation(CloseServiceDocument);
  const [reopenOne, reopening] = useMutation(ReopenServiceDocument);

  /** The service as it is now; undefined when nothing was saved, and the form says why. */
  const settle = async (
    ask: () => Promise<ServiceAnswerFragment | undefined>,
  ): Promise<Service | undefined> => {
    try {
      const answer = await ask();
      setOutcome(toldBy(answer));
      if (answer?.__typename !== 'FormFaulty') await onChanged();
      return answer?.__typename === 'ServicesSaved' ? answer.services[0] : undefined;
    } catch (failure) {
      setOutcome({ kind: 'failed', reference: referenceOf(failure) });
      return undefined;
    }
  };

  const put = (draft: ServiceFormDraft, version: string): Promise<Service | undefined> => {
    const input = { structureId, service: serviceInput(draft), version, language: words };
    return settle(async () => (await changeOne({ variables: { input } })).data?.changeService);
  };

  const open = (code: string, isOpen: boolean): Promise<Service | undefined> => {
    const input = { structureId, codes: [code], language: words };
    return settle(async () =>
      isOpen
        ? (await reopenOne({ variables: { input } })).data?.reopenServices
        : (await closeOne({ variables: { input } })).data?.closeServices,
    );
  };

  return {
    outcome,
    sending: adding.loading || changing.loading || closing.loading || reopening.loading,
    add: async (draft) => {
      const input = { structureId, service: serviceInput(draft), language: words };
      const added = await settle(async () => (await addOne({ variables: { input } })).data?.addService);
      if (!added) return false;
      toast({ message: say('added', { name: added.name }), undo: () => void open(added.code, false) });
      return true;
    },
    change: async (service, draft) => {
      const saved = await put(draft, service.version ?? '');
      if (!saved) return false;
      const undo = (): void => void put(serviceDraftOf(service), saved.version ?? '');
      toast({ message: say('saved', { name: saved.name }), undo });
      return true;
    },
    setOpen: async (service, isOpen) => {
      const saved = await open(service.code, isOpen);
      if (!saved) return;
      const message = say(isOpen ? 'reopenedDone' : 'closedDone', { name: saved.name });
      toast({ message, undo: () => void open(service.code, !isOpen) });
    },
  };
};

const toldBy = (answer: ServiceAnswerFragment | undefined): FormOutcome | undefined => {
  if (answer?.__typename === 'ActRefused')
    return { kind: 'refused', message: answer.message, nextStep: answer.nextStep };
  if (answer?.__typename !== 'FormFaulty') return undefined;
  return {
    kind: 'field-errors',
    errors: answer.faults.map(({ field, message, nextStep }) => ({
      fieldId: `service-${field}`,
      message: `${message} ${nextStep}`,
    })),
  };
};
