import { IconBuilding, IconCheck, IconSelector } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import { Menu } from '../menu/menu.js';
import classes from './header.module.css';

export interface OrganisationSwitchProps {
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly detail?: string | undefined;
  }[];
  readonly currentId: string;
  readonly onChange: (id: string) => void;
}

/** For whom one works now. With a single organisation it is only its name. */
export function OrganisationSwitch({ organisations, currentId, onChange }: OrganisationSwitchProps) {
  const words = useWords();
  const current = organisations.find(({ id }) => id === currentId);
  if (organisations.length < 2) {
    return current ? (
      <span className={classes.organisation}>
        <IconBuilding size={17} stroke={1.8} aria-hidden />
        <span className={classes.organisationName}>{current.name}</span>
      </span>
    ) : null;
  }
  const entries = organisations.map(({ id, name, detail }) => ({
    key: id,
    label: (
      <>
        {name}
        {detail && <span className={classes.organisationDetail}>{detail}</span>}
      </>
    ),
    after: id === currentId && <IconCheck size={16} aria-hidden />,
    current: id === currentId,
    onSelect: () => onChange(id),
  }));
  return (
    <Menu
      label={`${words.changeOrganisation} : ${current?.name ?? ''}`}
      place="below-start"
      className={classes.organisationPlace}
      buttonClassName={classes.organisation}
      entries={entries}
    >
      <IconBuilding size={17} stroke={1.8} aria-hidden />
      <span className={classes.organisationName}>{current?.name}</span>
      <IconSelector size={15} stroke={2} aria-hidden />
    </Menu>
  );
}
