import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import type { Tone } from '@parvis/ui/display/tone';
import { Link } from '@parvis/ui/link/link';
import { useToast } from '@parvis/ui/toast/toasts';
import type { ReactNode } from 'react';
import {
  type FindingPlace,
  type FindingSeverity,
  MendByClosingDocument,
  MendByReopeningDocument,
  type SettingsQuery,
} from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import beside from '../../settings-view/beside-form.module.css';
import { type SettingsDraft, settingsDraftOf } from '../../settings-view/drafts.js';
import { mendedDraft } from './mended-draft.js';
import classes from './settings.module.css';
import { useWords } from './words.js';

type Settings = SettingsQuery['settings'];
type Finding = Settings['findings'][number];

const toneOf: Readonly<Record<FindingSeverity, Tone>> = {
  IMPOSSIBLE: 'danger',
  PAINFUL: 'warning',
  ADVICE: 'info',
};

export interface FindingsProps {
  readonly settings: Settings;
  readonly mayChange: boolean;
  readonly save: (draft: SettingsDraft) => Promise<void>;
  readonly onChanged: () => Promise<unknown>;
}

/** What makes the entity hard to invoice, the worst first, each with what to do about it. */
export function Findings(props: FindingsProps): ReactNode {
  const say = useWords();
  const { findings } = props.settings;
  if (findings.length === 0) {
    return (
      <div className={beside.notice}>
        <Notice tone="success">{say('allWell')}</Notice>
      </div>
    );
  }
  const grave = findings.filter(({ severity }) => severity !== 'ADVICE');
  const advice = findings.filter(({ severity }) => severity === 'ADVICE');
  return (
    <section aria-label={say('findings')} className={classes.findings}>
      {grave.map((finding) => (
        <FindingNotice key={finding.code} finding={finding} {...props} />
      ))}
      {advice.length > 0 && (
        <details className={classes.advice} open={grave.length === 0 || undefined}>
          <summary>{say('advice', { count: advice.length })}</summary>
          {advice.map((finding) => (
            <FindingNotice key={finding.code} finding={finding} {...props} />
          ))}
        </details>
      )}
    </section>
  );
}

function FindingNotice({ finding, ...props }: FindingsProps & { readonly finding: Finding }): ReactNode {
  const { severity, message, why, nextStep } = finding;
  return (
    <Notice
      tone={toneOf[severity]}
      title={message}
      actions={
        <>
          {props.mayChange && <MendButton finding={finding} {...props} />}
          <GoThere finding={finding} />
        </>
      }
    >
      {why} {nextStep}
    </Notice>
  );
}

const placeHref: Readonly<Partial<Record<FindingPlace, string>>> = {
  PEOPLE: paths.people,
  INVOICES: paths.inbox,
};

/** As many services as a line has room for. */
const FEW = 3;

const servicesLink = (label: string): ReactNode => (
  <Link className="pv-link" href={paths.services}>
    {label}
  </Link>
);

/** Where to go about it: another page, or a field of this one. */
function GoThere({ finding: { place, serviceCodes } }: { readonly finding: Finding }): ReactNode {
  const say = useWords();
  if (place === 'SERVICES' && serviceCodes.length > 0 && serviceCodes.length <= FEW) {
    return serviceCodes.map((code) => (
      <Link key={code} className="pv-link" href={paths.service(code)}>
        {say('goService', { code })}
      </Link>
    ));
  }
  if (place === 'SERVICES') return servicesLink(say('goServices'));
  const href = placeHref[place];
  if (href)
    return (
      <Link className="pv-link" href={href}>
        {say(place === 'PEOPLE' ? 'goPeople' : 'goInvoices')}
      </Link>
    );
  if (place !== 'CONTACT') return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      onClick={() => document.getElementById('contact-email')?.focus()}
    >
      {say('goContact')}
    </Button>
  );
}

function MendButton({
  finding,
  settings,
  save,
  onChanged,
}: FindingsProps & { readonly finding: Finding }): ReactNode {
  const say = useWords();
  const toast = useToast();
  const [close, closing] = useMutation(MendByClosingDocument);
  const [reopen, reopening] = useMutation(MendByReopeningDocument);
  const { mend } = finding;
  if (!mend) return null;

  const set = async (codes: readonly string[], open: boolean): Promise<boolean> => {
    const input = { structureId: settings.structureId, codes: [...codes] };
    const answer = open
      ? (await reopen({ variables: { input } })).data?.reopenServices
      : (await close({ variables: { input } })).data?.closeServices;
    await onChanged();
    if (answer?.__typename === 'ServicesSaved') return true;
    toast({ message: say('notMended'), tone: 'danger' });
    return false;
  };

  const setServices = async (codes: readonly string[], open: boolean): Promise<void> => {
    if (!(await set(codes, open))) return;
    const message = say(open ? 'reopened' : 'closed', { count: codes.length });
    toast({ message, undo: () => void set(codes, !open) });
  };

  const run = (): void => {
    if (mend.closeServices) void setServices(mend.closeServices, false);
    else if (mend.reopenServices) void setServices(mend.reopenServices, true);
    else void save(mendedDraft(settingsDraftOf(settings), mend));
  };
  return (
    <Button size="compact-md" variant="default" disabled={closing.loading || reopening.loading} onClick={run}>
      {mend.label}
    </Button>
  );
}
