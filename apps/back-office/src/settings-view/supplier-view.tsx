import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { requirementSentence } from '@parvis/domain/directory/requirement-sentence';
import { type FieldDemand, whatIsAsked } from '@parvis/domain/directory/what-is-asked';
import { calendarDay } from '@parvis/domain/time/paris';
import { Notice } from '@parvis/ui/display/notice';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextField } from '@parvis/ui/form/text-field';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { IconEye } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './settings-view.module.css';
import { useTriedServices } from './use-tried-services.js';
import { useWords } from './words.js';

export interface SupplierViewProps {
  /** As it would be, with some of its services. */
  readonly entry: DirectoryEntry;
  /** How many services are open in all. */
  readonly openServices: number;
  /** The service looked at; else the supplier's choice is tried here. */
  readonly serviceCode?: string | undefined;
}

/** What a supplier sees before invoicing, and what the entry form will ask: worked out here, at every key. */
export function SupplierView({ entry, openServices, serviceCode }: SupplierViewProps): ReactNode {
  const say = useWords();
  return (
    <div className={classes.seen} data-testid="supplier-view">
      <h2 className={classes.seenTitle}>
        <IconEye size={18} stroke={1.8} aria-hidden /> {say('seenTitle')}
      </h2>
      <EntryCard entry={entry} openServices={openServices} serviceCode={serviceCode} />
      <FirstStep entry={entry} openServices={openServices} serviceCode={serviceCode} />
    </div>
  );
}

function EntryCard({ entry, openServices, serviceCode }: SupplierViewProps): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const { siret } = useDisplay();
  const asked = whatIsAsked(entry, calendarDay(new Date()), serviceCode);
  const service = entry.services.find(({ code }) => code === serviceCode);
  const contact = contactOf(entry, service?.contactEmail);
  return (
    <section className={classes.card} aria-label={say('entryTitle')}>
      <h3 className={classes.name}>{entry.name}</h3>
      <p className={classes.facts}>
        {siret(entry.siret)} · {entry.town} · {say('services', { count: openServices })}
      </p>
      {asked.open ? (
        <p className={classes.sentence} aria-live="polite">
          {requirementSentence(entry, language)}
        </p>
      ) : (
        <Notice tone="danger" title={say('closedTitle')}>
          {say('closedText')}
        </Notice>
      )}
      <ul className={classes.small}>
        <li>{say(asked.paymentReported ? 'paymentTold' : 'paymentUntold')}</li>
        <li>{contact ? say('contact', { contact }) : say('noContact')}</li>
      </ul>
    </section>
  );
}

const contactOf = ({ contact = {} }: DirectoryEntry, ofService: string | undefined): string =>
  [contact.name, ofService ?? contact.email, contact.phone, contact.note].filter(Boolean).join(', ');

/** The first step of the entry form; choosing a service shows what that service asks. */
function FirstStep({ entry: known, openServices, serviceCode: fixed }: SupplierViewProps): ReactNode {
  const say = useWords();
  const { entry, search, look } = useTriedServices(known);
  const isSample = fixed === undefined && openServices > known.services.length;
  const [tried, setTried] = useState('');
  const today = calendarDay(new Date());
  const choices = whatIsAsked(entry, today).choices;
  const chosen = fixed ?? (choices.some(({ code }) => code === tried) ? tried : '');
  const asked = whatIsAsked(entry, today, chosen);
  if (!asked.open) return null;
  return (
    <section className={classes.step} aria-label={say('stepTitle')}>
      <h3 className={classes.stepTitle}>{say('stepTitle')}</h3>
      {asked.worksOnly && <Notice tone="warning">{say('worksOnly')}</Notice>}
      {asked.serviceCode === 'required' && choices.length === 0 && (
        <Notice tone="danger" title={say('stuckTitle')}>
          {say('stuckText')}
        </Notice>
      )}
      {isSample && (
        <>
          <p className={classes.hint}>
            {say('sampleShown', { shown: known.services.length, count: openServices })}
          </p>
          <TextField
            id="find-service"
            type="search"
            label={say('findService')}
            value={search}
            onChange={look}
          />
        </>
      )}
      {asked.serviceCode !== 'notAsked' && (
        <div className={classes.asked}>
          <SelectField
            id="tried-service"
            label={say('service')}
            optional={asked.serviceCode !== 'required'}
            value={chosen}
            disabled={fixed !== undefined}
            onChange={setTried}
            choices={choices.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          />
          {asked.serviceCode !== 'optional' && <DemandChip demand={asked.serviceCode} />}
        </div>
      )}
      <dl className={classes.askedList}>
        <div className={classes.askedField}>
          <dt>{say('engagement')}</dt>
          <dd>
            <DemandChip demand={asked.engagementNumber} />
          </dd>
        </div>
      </dl>
      {fixed === undefined && choices.length > 0 && <p className={classes.hint}>{say('tryHint')}</p>}
    </section>
  );
}

function DemandChip({ demand }: { readonly demand: FieldDemand }): ReactNode {
  const say = useWords();
  return (
    <StatusChip tone={demand === 'required' || demand === 'oneOfTwo' ? 'warning' : 'neutral'}>
      {say(`demand_${demand}`)}
    </StatusChip>
  );
}

/** What a supplier will read first, in one line: for screens without room for the whole view. */
export function WillRead({ entry }: { readonly entry: DirectoryEntry }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  return <>{say('willRead', { sentence: requirementSentence(entry, language) })}</>;
}
