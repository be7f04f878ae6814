import { departmentNames } from '@parvis/domain/directory/departments';
import { Button } from '@parvis/ui/acts/button';
import { CopyText } from '@parvis/ui/display/copy-text';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import type { ReactNode } from 'react';
import { useDisplay } from '../display/use-display.js';
import type { OrganisationPartsFragment } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { countryName } from './country-name.js';
import classes from './organisation.module.css';
import { useOrganisationWords } from './words.js';

export interface FactsSectionProps {
  readonly organisation: OrganisationPartsFragment;
  /** Left out where one may only read. */
  readonly onEdit: (() => void) | undefined;
}

/** Who the structure is, where it is and whom to ask. */
export function FactsSection({ organisation, onEdit }: FactsSectionProps): ReactNode {
  const say = useOrganisationWords();
  const { siret } = useDisplay();
  const { identifier, name, kind, vatIdentifier, side } = organisation;
  const missing = <span className={classes.over}>{say('notGiven')}</span>;
  const isPublic = side === 'PUBLIC_ENTITY';
  return (
    <section className="pv-panel">
      <div className={classes.head}>
        <h2 className="pv-panel-title">{say('identity')}</h2>
        {onEdit && (
          <Button variant="default" onClick={onEdit}>
            {say('edit')}
          </Button>
        )}
      </div>
      <KeyValueList
        columns={2}
        entries={[
          { key: 'name', label: say(isPublic ? 'publicName' : 'name'), value: name },
          {
            key: 'identifier',
            label: say(`type_${identifier.type}`),
            value: (
              <CopyText
                value={identifier.value}
                shown={siret(identifier.value)}
                label={say('copyIdentifier')}
              />
            ),
          },
          { key: 'kind', label: say('kind'), value: say(`kind_${kind}`) },
          { key: 'vat', label: say('vat'), value: vatIdentifier ?? missing },
          { key: 'address', label: say('address'), value: <Address organisation={organisation} /> },
          {
            key: 'contact',
            label: say(isPublic ? 'contactForSuppliers' : 'contact'),
            value: <Contact contact={organisation.contact} />,
          },
          ...(organisation.formerIdentifiers.length > 0
            ? [{ key: 'former', label: say('former'), value: <Former organisation={organisation} /> }]
            : []),
        ]}
      />
    </section>
  );
}

function Address({
  organisation: { address, department },
}: Pick<FactsSectionProps, 'organisation'>): ReactNode {
  const say = useOrganisationWords();
  const language = useLanguage();
  const { street, postCode, town, country } = address;
  const lines = [street, [postCode, town].filter(Boolean).join(' ')].filter(Boolean);
  if (lines.length === 0 && country === 'FR') return <span className={classes.over}>{say('notGiven')}</span>;
  const shown = country === 'FR' ? lines : [...lines, countryName(country, language)];
  const number = department ?? '';
  const departmentName = departmentNames[number];
  return (
    <>
      <span className={classes.lines}>{shown.join('\n')}</span>
      {departmentName && (
        <p className={classes.faint}>{say('department', { name: departmentName, number })}</p>
      )}
    </>
  );
}

function Contact({ contact }: Pick<OrganisationPartsFragment, 'contact'>): ReactNode {
  const say = useOrganisationWords();
  const { name, email, phone, note } = contact;
  const lines = [name, email, phone, note].filter(Boolean);
  if (lines.length === 0) return <span className={classes.over}>{say('notGiven')}</span>;
  return <span className={classes.lines}>{lines.join('\n')}</span>;
}

function Former({ organisation }: Pick<FactsSectionProps, 'organisation'>): ReactNode {
  const say = useOrganisationWords();
  const { day, siret } = useDisplay();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
  return (
    <span className={classes.lines}>
      {organisation.formerIdentifiers
        .map(({ identifier, leftOn, acceptedUntil }) =>
          say(acceptedUntil >= today ? 'formerUntil' : 'formerOver', {
            value: siret(identifier.value),
            left: day(leftOn),
            until: day(acceptedUntil),
          }),
        )
        .join('\n')}
    </span>
  );
}
