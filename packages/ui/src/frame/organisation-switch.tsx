import { Menu } from '@mantine/core';
import { IconBuilding, IconCheck, IconSelector } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
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
  return (
    <Menu withinPortal={false} position="bottom-start" width={320} offset={6}>
      <Menu.Target>
        <button
          type="button"
          className={classes.organisation}
          aria-label={`${words.changeOrganisation} : ${current?.name ?? ''}`}
        >
          <IconBuilding size={17} stroke={1.8} aria-hidden />
          <span className={classes.organisationName}>{current?.name}</span>
          <IconSelector size={15} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {organisations.map(({ id, name, detail }) => (
          <Menu.Item
            key={id}
            onClick={() => onChange(id)}
            rightSection={id === currentId ? <IconCheck size={16} /> : null}
            {...(id === currentId ? { 'aria-current': true } : {})}
          >
            {name}
            {detail && <span className={classes.organisationDetail}>{detail}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
