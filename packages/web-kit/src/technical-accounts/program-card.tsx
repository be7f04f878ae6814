import { Button } from '@parvis/ui/acts/button';
import { DateText } from '@parvis/ui/display/date-text';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import { DataTable } from '@parvis/ui/table/data-table';
import type { ReactNode } from 'react';
import { useDisplay } from '../display/use-display.js';
import type { KeyState, TechnicalAccountPartsFragment, TechnicalKeyPartsFragment } from '../gql/graphql.js';
import { useScopeLines } from './scope-words.js';
import classes from './technical-accounts.module.css';
import { useKeyWords } from './words.js';

export type ShownKey = TechnicalKeyPartsFragment;
export type ShownProgram = TechnicalAccountPartsFragment;

const tones: Record<KeyState, Tone> = {
  IN_FORCE: 'success',
  ENDING: 'warning',
  EXPIRED: 'neutral',
  REVOKED: 'neutral',
};

export interface ProgramCardProps {
  readonly program: ShownProgram;
  readonly mayManage: boolean;
  readonly onRenew: (key: ShownKey) => void;
  readonly onRevoke: (key: ShownKey) => void;
  readonly onClose: (program: ShownProgram) => void;
}

/** A program, its keys, and what can be done with each. */
export function ProgramCard({ program, mayManage, onRenew, onRevoke, onClose }: ProgramCardProps): ReactNode {
  const say = useKeyWords();
  const { instant } = useDisplay();
  const linesOf = useScopeLines();
  const { name, keys, closedAt, createdAt, createdByName } = program;
  return (
    <section className="pv-panel" aria-label={name}>
      <div className={classes.programHead}>
        <div>
          <h2>
            {name} {closedAt && <StatusChip tone="neutral">{say('closed')}</StatusChip>}
          </h2>
          <span className={classes.faint}>
            {say('madeBy', { name: createdByName, day: instant(createdAt) })}
          </span>
        </div>
        {mayManage && !closedAt && (
          <Button variant="subtle" color="red" onClick={() => onClose(program)}>
            {say('close')}
          </Button>
        )}
      </div>
      <DataTable
        caption={say('keys', { name })}
        columns={[
          {
            key: 'key',
            header: say('key'),
            cell: ({ publicPart }) => <code>{publicPart}</code>,
            cardRole: 'title',
            nowrap: true,
          },
          {
            key: 'state',
            header: say('state'),
            cell: ({ state }) => (
              <StatusChip tone={closedAt ? 'neutral' : tones[state]}>
                {say(closedAt ? 'closed' : `state_${state}`)}
              </StatusChip>
            ),
            cardRole: 'status',
          },
          {
            key: 'scope',
            header: say('opens'),
            cell: ({ scope }) => (
              <ul className={classes.scope}>
                {linesOf(scope).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
            cardRole: 'detail',
          },
          {
            key: 'lastUse',
            header: say('lastUse'),
            cell: ({ lastUsedAt }) => (lastUsedAt ? <DateText value={lastUsedAt} /> : say('neverUsed')),
            cardRole: 'detail',
            nowrap: true,
          },
          {
            key: 'expires',
            header: say('expires'),
            cell: ({ expiresAt }) => <DateText value={expiresAt.slice(0, 10)} look="day" />,
            cardRole: 'deadline',
            nowrap: true,
          },
          ...(mayManage && !closedAt
            ? [
                {
                  key: 'acts',
                  header: say('acts'),
                  cell: (key: ShownKey) => <KeyActs shown={key} onRenew={onRenew} onRevoke={onRevoke} />,
                  cardRole: 'detail' as const,
                },
              ]
            : []),
        ]}
        rows={keys}
        rowKey={({ id }) => id}
        rowLabel={({ publicPart }) => publicPart}
        total={keys.length}
      />
    </section>
  );
}

interface KeyActsProps extends Pick<ProgramCardProps, 'onRenew' | 'onRevoke'> {
  readonly shown: ShownKey;
}

function KeyActs({ shown, onRenew, onRevoke }: KeyActsProps): ReactNode {
  const say = useKeyWords();
  if (shown.state !== 'IN_FORCE' && shown.state !== 'ENDING') return null;
  const named = (act: string): string => `${act} ${shown.publicPart}`;
  return (
    <span className={classes.acts}>
      {shown.state === 'IN_FORCE' && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={named(say('renew'))}
          onClick={() => onRenew(shown)}
        >
          {say('renew')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        aria-label={named(say('revoke'))}
        onClick={() => onRevoke(shown)}
      >
        {say('revoke')}
      </Button>
    </span>
  );
}
