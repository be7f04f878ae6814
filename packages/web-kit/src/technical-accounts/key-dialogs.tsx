import { useMutation } from '@apollo/client/react';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { Notice } from '@parvis/ui/display/notice';
import { SelectField } from '@parvis/ui/form/select-field';
import { type ReactNode, useState } from 'react';
import {
  CloseTechnicalAccountDocument,
  type IssuedKeyFragment,
  RevokeTechnicalKeyDocument,
  RotateTechnicalKeyDocument,
} from '../gql/graphql.js';
import type { ShownKey, ShownProgram } from './program-card.js';
import { useKeyWords } from './words.js';

/** What is being asked about a key or a program. */
export type KeyAct =
  | { readonly act: 'renew'; readonly shown: ShownKey }
  | { readonly act: 'revoke'; readonly shown: ShownKey }
  | { readonly act: 'close'; readonly program: ShownProgram };

export interface KeyDialogProps {
  readonly asked: KeyAct;
  readonly onIssued: (issued: IssuedKeyFragment) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function KeyDialog(props: KeyDialogProps): ReactNode {
  const { asked } = props;
  return asked.act === 'renew' ? <Renew {...props} shown={asked.shown} /> : <End {...props} />;
}

interface Refused {
  readonly message: string;
  readonly nextStep: string;
}

const overlaps = ['7', '14', '30'] as const;

function Renew({ shown, onIssued, onClose }: KeyDialogProps & { readonly shown: ShownKey }): ReactNode {
  const say = useKeyWords();
  const [rotate, { loading, error }] = useMutation(RotateTechnicalKeyDocument);
  const [overlap, setOverlap] = useState('14');
  const [refused, setRefused] = useState<Refused>();
  const renew = async (): Promise<void> => {
    const input = { keyId: shown.id, overlapDays: Number(overlap) };
    const answer = await rotate({ variables: { input } }).catch(() => undefined);
    const issued = answer?.data?.rotateTechnicalKey;
    if (issued?.__typename === 'TechnicalKeyIssued') onIssued(issued);
    else if (issued) setRefused(issued);
  };
  return (
    <ConfirmDialog
      opened
      title={say('renewTitle', { publicPart: shown.publicPart })}
      confirmLabel={say('renewAct')}
      sending={loading}
      onConfirm={() => void renew()}
      onClose={onClose}
    >
      <p>{say('renewText')}</p>
      <SelectField
        id="key-overlap"
        label={say('overlap')}
        value={overlap}
        onChange={setOverlap}
        prompt={false}
        choices={overlaps.map((days) => ({ value: days, label: say(`overlap_${days}`) }))}
      />
      <NotDone refused={refused} failed={error?.message} />
    </ConfirmDialog>
  );
}

function End({ asked, onDone, onClose }: KeyDialogProps): ReactNode {
  const say = useKeyWords();
  const [revoke, revoking] = useMutation(RevokeTechnicalKeyDocument);
  const [close, closing] = useMutation(CloseTechnicalAccountDocument);
  const [refused, setRefused] = useState<Refused>();
  const isClose = asked.act === 'close';
  const end = async (): Promise<void> => {
    const outcome = isClose
      ? (await close({ variables: { accountId: asked.program.id } })).data?.closeTechnicalAccount
      : (await revoke({ variables: { keyId: asked.shown.id } })).data?.revokeTechnicalKey;
    if (outcome?.__typename === 'ActRefused') setRefused(outcome);
    else if (outcome) onDone();
  };
  return (
    <ConfirmDialog
      opened
      destructive
      title={
        isClose
          ? say('closeTitle', { name: asked.program.name })
          : say('revokeTitle', { publicPart: asked.shown.publicPart })
      }
      confirmLabel={say(isClose ? 'close' : 'revoke')}
      sending={revoking.loading || closing.loading}
      onConfirm={() => void end().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{say(isClose ? 'closeText' : 'revokeText')}</p>
      <NotDone refused={refused} failed={(revoking.error ?? closing.error)?.message} />
    </ConfirmDialog>
  );
}

interface NotDoneProps {
  readonly refused: Refused | undefined;
  readonly failed: string | undefined;
}

function NotDone({ refused, failed }: NotDoneProps): ReactNode {
  if (!refused && !failed) return null;
  return (
    <Notice tone="danger" live title={refused?.message ?? failed}>
      {refused?.nextStep}
    </Notice>
  );
}
