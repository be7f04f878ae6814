import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { AmountText } from '@parvis/ui/display/amount-text';
import { ProgressBar } from '@parvis/ui/display/progress-bar';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import { TwoLines } from '@parvis/ui/display/two-lines';
import type { Column } from '@parvis/ui/table/column';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import {
  CloseEngagementDocument,
  type EngagementRowFragment,
  type EngagementState,
} from '../../gql/graphql.js';
import classes from './engagements.module.css';
import { useWords } from './words.js';

interface ColumnsAsked {
  readonly structureId: string;
  readonly mayManage: boolean;
  readonly onChanged: () => void;
}

const tones: Readonly<Record<EngagementState, Tone>> = {
  OPEN: 'success',
  NOT_YET: 'info',
  EXPIRED: 'warning',
  CLOSED: 'neutral',
};

export const useEngagementColumns = ({
  structureId,
  mayManage,
  onChanged,
}: ColumnsAsked): readonly Column<EngagementRowFragment>[] => {
  const say = useWords();
  const { siret } = useDisplay();
  return [
    {
      key: 'number',
      header: say('number'),
      cell: ({ number, label }) => (
        <TwoLines second={label || undefined}>
          <code>{number}</code>
        </TwoLines>
      ),
      cardRole: 'title',
    },
    {
      key: 'supplier',
      header: say('supplier'),
      cell: ({ supplierName, supplierIdentifier: identifier }) =>
        (supplierName ?? identifier) ? (
          <TwoLines
            second={
              supplierName && identifier ? (
                <span className={classes.whole}>{siretOr(identifier, siret)}</span>
              ) : undefined
            }
          >
            {supplierName ?? siretOr(identifier ?? '', siret)}
          </TwoLines>
        ) : (
          <span className={classes.quiet}>{say('anySupplier')}</span>
        ),
      cardRole: 'detail',
    },
    {
      key: 'service',
      header: say('service'),
      cell: ({ serviceCode }) =>
        serviceCode ? <code>{serviceCode}</code> : <span className={classes.quiet}>{say('anyService')}</span>,
      cardRole: 'detail',
    },
    {
      key: 'validity',
      header: say('validity'),
      cell: (row) => <Period row={row} />,
      cardRole: 'detail',
    },
    {
      key: 'state',
      header: say('state'),
      cell: ({ state, source }) => (
        <TwoLines second={source === 'ACCOUNTING' ? say('fromAccounting') : undefined}>
          <StatusChip tone={tones[state]}>{say(`state_${state}`)}</StatusChip>
        </TwoLines>
      ),
      nowrap: true,
      cardRole: 'status',
    },
    {
      key: 'left',
      header: say('left'),
      cell: (row) => <Left row={row} />,
      align: 'end',
      cardRole: 'amount',
    },
    ...(mayManage
      ? [
          {
            key: 'act',
            header: say('act'),
            cell: (row: EngagementRowFragment) => (
              <CloseAct structureId={structureId} row={row} onChanged={onChanged} />
            ),
            cardRole: 'detail' as const,
          },
        ]
      : []),
  ];
};

const siretOr = (identifier: string, format: (siret: string) => string): string =>
  /^\d{14}$/.test(identifier) ? format(identifier) : identifier;

function Period({ row: { validFrom, validUntil } }: { readonly row: EngagementRowFragment }): ReactNode {
  const say = useWords();
  const { day } = useDisplay();
  if (validFrom && validUntil)
    return (
      <TwoLines second={<span className={classes.whole}>{say('until', { until: day(validUntil) })}</span>}>
        <span className={classes.whole}>{say('from', { from: day(validFrom) })}</span>
      </TwoLines>
    );
  if (validFrom) return say('from', { from: day(validFrom) });
  if (validUntil) return say('until', { until: day(validUntil) });
  return <span className={classes.quiet}>{say('unlimited')}</span>;
}

/** What is left, and its share of the whole where both are known. */
function Left({ row }: { readonly row: EngagementRowFragment }): ReactNode {
  const say = useWords();
  const { money } = useDisplay();
  const { amountLeft: left, amountTotal: total, currency } = row;
  if (typeof left !== 'string') return <span className={classes.quiet}>{say('leftUnknown')}</span>;
  const share = typeof total === 'string' && Number(total) > 0 ? Number(left) / Number(total) : undefined;
  return (
    <span className={classes.left}>
      <AmountText value={left} currency={currency} />
      {share !== undefined && typeof total === 'string' && (
        <>
          <ProgressBar
            share={share}
            label={say('leftShare', { left: money(left, currency), total: money(total, currency) })}
          />
          <small className={classes.quiet}>{say('leftOf', { total: money(total, currency) })}</small>
        </>
      )}
    </span>
  );
}

function CloseAct({
  structureId,
  row: { number, state, source },
  onChanged,
}: Omit<ColumnsAsked, 'mayManage'> & { readonly row: EngagementRowFragment }): ReactNode {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [closeOne, { loading }] = useMutation(CloseEngagementDocument);
  if (source === 'ACCOUNTING') return null;
  const isClosed = state === 'CLOSED';
  const put = async (closed: boolean, canUndo: boolean): Promise<void> => {
    const input = { structureId, number, closed, language } as const;
    const answer = await closeOne({ variables: { input } }).catch(() => undefined);
    const outcome = answer?.data?.closeEngagement;
    if (outcome?.__typename === 'EngagementSaved')
      toast({
        message: say(closed ? 'closedDone' : 'reopenedDone', { number }),
        ...(canUndo && { undo: () => void put(!closed, false) }),
      });
    else
      toast({
        tone: 'danger',
        message: outcome?.__typename === 'ActRefused' ? outcome.message : say('failed'),
      });
    onChanged();
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={loading}
      aria-label={say(isClosed ? 'reopenOne' : 'closeOne', { number })}
      onClick={() => void put(!isClosed, true)}
    >
      {say(isClosed ? 'reopen' : 'close')}
    </Button>
  );
}
