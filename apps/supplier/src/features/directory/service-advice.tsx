import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { CopyText } from '@parvis/ui/display/copy-text';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { TextField } from '@parvis/ui/form/text-field';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import { ServiceAdvicePageDocument, type ServiceAdvicePageQuery } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { useTypedSearch } from '../../typing/use-typed-search.js';
import classes from './directory.module.css';
import { useWords } from './words.js';

export interface ServiceAdviceProps {
  readonly siret: string;
  /** The need that led here. */
  readonly asked: string;
}

/** « Pour quoi facturez-vous ? »: plain words in, services out, each with its reason. */
export function ServiceAdvice({ siret, asked }: ServiceAdviceProps): ReactNode {
  const say = useWords();
  const [words, setWords] = useState(asked);
  const [typed, type] = useTypedSearch(words, setWords);
  const language = useLanguage() === 'en' ? 'EN' : 'FR';
  const { data, previousData, error, refetch } = useQuery(ServiceAdvicePageDocument, {
    variables: { siret, words, language },
  });
  const advice = (data ?? previousData)?.serviceAdvice ?? [];
  return (
    <section className={classes.section} aria-labelledby="advice-title">
      <h2 id="advice-title">{say('adviceTitle')}</h2>
      <div className={classes.search}>
        <TextField
          id="advice"
          label={say('adviceLabel')}
          hint={say('adviceHint')}
          value={typed}
          maxLength={200}
          onChange={type}
        />
      </div>
      {error && !data && <Broken error={error} onRetry={() => void refetch()} />}
      <div role="status">
        {data && advice.length === 0 && words !== '' && <p className={classes.about}>{say('noAdvice')}</p>}
      </div>
      <ol className={classes.advice}>
        {advice.map((one) => (
          <Advice key={one.service.code} siret={siret} advice={one} />
        ))}
      </ol>
    </section>
  );
}

type OneAdvice = NonNullable<ServiceAdvicePageQuery['serviceAdvice']>[number];

function Advice({ siret, advice }: { readonly siret: string; readonly advice: OneAdvice }): ReactNode {
  const say = useWords();
  const { service, why, usedBefore } = advice;
  return (
    <li className={`pv-panel ${classes.adviceItem}`}>
      <div className={classes.adviceHead}>
        <strong>{service.name}</strong> <CopyText value={service.code} label={say('code')} />
        {usedBefore && <StatusChip tone="info">{say('usedBefore')}</StatusChip>}
      </div>
      <p className={classes.about}>{why}</p>
      <p className={classes.about}>
        {say(service.engagementNumberRequired ? 'withEngagement' : 'withoutEngagement')}
      </p>
      <Button href={paths.depositFor(siret, service.code)} variant="default" size="compact-md">
        {say('startForService')}
      </Button>
    </li>
  );
}
