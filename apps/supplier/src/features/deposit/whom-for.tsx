import { useQuery } from '@apollo/client/react';
import { CopyText } from '@parvis/ui/display/copy-text';
import { Notice } from '@parvis/ui/display/notice';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DepositRecipientDocument, type DepositRecipientQuery } from '../../gql/graphql.js';
import classes from './deposit.module.css';
import { useWords } from './words.js';

const route = getRouteApi('/inside/deposer');

/** Whoever comes from the directory: what the file must carry for the entity and the service chosen there. */
export function WhomFor(): ReactNode {
  const { pour, service = '' } = route.useSearch();
  const language = useLanguage() === 'en' ? 'EN' : 'FR';
  const { data } = useQuery(DepositRecipientDocument, {
    variables: { siret: pour ?? '', service, language },
    skip: pour === undefined,
  });
  const entry = data?.directoryEntry;
  return entry ? <Carried entry={entry} code={service} /> : null;
}

interface CarriedProps {
  readonly entry: NonNullable<DepositRecipientQuery['directoryEntry']>;
  readonly code: string;
}

function Carried({ entry, code }: CarriedProps): ReactNode {
  const say = useWords();
  const { siret } = useDisplay();
  const service = entry.services.nodes.find((one) => one.code === code);
  return (
    <div className={classes.whomFor}>
      <Notice tone="info" title={say('whomFor', { name: entry.name })}>
        <p>{entry.requirementSentence}</p>
        <p>
          {say('whomForSiret')}{' '}
          <CopyText value={entry.siret} shown={siret(entry.siret)} label={say('whomForSiret')} />
        </p>
        {service && (
          <p>
            {say('whomForService', { name: service.name })}{' '}
            <CopyText value={service.code} label={say('factService')} />
          </p>
        )}
        {service?.engagementNumberRequired && <p>{say('whomForEngagement')}</p>}
      </Notice>
    </div>
  );
}
