import { useQuery } from '@apollo/client/react';
import { CheckboxField } from '@parvis/ui/form/checkbox-field';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Broken } from '../errors/broken.js';
import { ServicesToNarrowDocument } from '../gql/graphql.js';
import classes from './people.module.css';
import { usePeopleWords } from './words.js';

export interface ServiceChoiceProps {
  readonly prefix: string;
  readonly structureId: string;
  /** Codes; null for the whole structure. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (services: readonly string[] | null) => void;
  readonly error: string | undefined;
}

/** Narrows what somebody sees to some services, out of thousands where an entity has so many. */
export function ServiceChoice({ prefix, chosen, onChange, ...rest }: ServiceChoiceProps): ReactNode {
  const say = usePeopleWords();
  return (
    <div className={classes.services}>
      <CheckboxField
        id={`${prefix}-narrow`}
        label={say('narrow')}
        text={say('narrowText')}
        checked={chosen !== null}
        onChange={(narrow) => onChange(narrow ? [] : null)}
      />
      {chosen && <Services {...rest} prefix={prefix} chosen={chosen} onChange={onChange} />}
    </div>
  );
}

function Services({
  prefix,
  structureId,
  chosen,
  onChange,
  error,
}: ServiceChoiceProps & { readonly chosen: readonly string[] }): ReactNode {
  const say = usePeopleWords();
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search.trim());
  const {
    data,
    previousData,
    error: failure,
    refetch,
  } = useQuery(ServicesToNarrowDocument, {
    variables: { structureId, search: sought || null },
  });
  const found = (data ?? previousData)?.settings.services.edges.map(({ node }) => node) ?? [];
  const toggle = (code: string, on: boolean): void =>
    onChange(on ? [...chosen, code] : chosen.filter((each) => each !== code));
  return (
    <>
      <p className={classes.faint}>
        {chosen.length > 0 ? say('servicesChosen', { services: chosen.join(', ') }) : say('noServiceChosen')}
      </p>
      <TextField
        id={`${prefix}-services`}
        type="search"
        label={say('serviceSearch')}
        value={search}
        onChange={setSearch}
        error={error}
      />
      {failure && !data && <Broken error={failure} onRetry={() => void refetch()} />}
      {found.map(({ code, name }) => (
        <CheckboxField
          key={code}
          id={`${prefix}-service-${code}`}
          label={`${name} (${code})`}
          checked={chosen.includes(code)}
          onChange={(on) => toggle(code, on)}
        />
      ))}
    </>
  );
}
