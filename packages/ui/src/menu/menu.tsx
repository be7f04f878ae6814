import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Link } from '../link/link.js';
import classes from './menu.module.css';

export interface MenuEntry {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  /** At the end of the line: a count, a mark. */
  readonly after?: ReactNode;
  readonly current?: boolean | undefined;
  /** A place to go to, or else an act. */
  readonly href?: string | undefined;
  readonly onSelect?: (() => void) | undefined;
}

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** What the button shows. */
  readonly children: ReactNode;
  /** The button's name, where what it shows is not enough. */
  readonly label?: string | undefined;
  /** Above the entries, to be read only. */
  readonly head?: ReactNode;
  readonly place?: 'below-start' | 'below-end' | 'above-end' | undefined;
  readonly className?: string | undefined;
  readonly buttonClassName?: string | undefined;
  readonly highlighted?: boolean | undefined;
}

type End = 'first' | 'last';

/** A button and its list of acts. Arrows, Home, End and first letters move; Escape and Tab close. */
export function Menu(props: MenuProps) {
  const {
    entries,
    children,
    label,
    head,
    place = 'below-end',
    className,
    buttonClassName,
    highlighted,
  } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<End>();
  const close = () => setOpened(undefined);
  const closeToButton = () => {
    close();
    button.current?.focus();
  };

  return (
    <span className={`${classes.place} ${className ?? ''}`}>
      <button
        ref={button}
        id={`${id}-button`}
        type="button"
        className={buttonClassName}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={opened !== undefined}
        aria-controls={opened && id}
        data-current={highlighted || undefined}
        onClick={() => setOpened(opened ? undefined : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpened(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {children}
      </button>
      {opened && (
        <MenuPanel
          id={id}
          button={button}
          head={head}
          entries={entries}
          place={place}
          startAt={opened}
          onClose={close}
          onSelected={closeToButton}
        />
      )}
    </span>
  );
}

interface MenuPanelProps extends Required<Pick<MenuProps, 'entries' | 'place'>> {
  readonly id: string;
  readonly button: { readonly current: HTMLButtonElement | null };
  readonly head: ReactNode;
  readonly startAt: End;
  readonly onClose: () => void;
  readonly onSelected: () => void;
}

function MenuPanel({ id, button, head, entries, place, startAt, onClose, onSelected }: MenuPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const items = () => [...(panel.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes in once, when the menu opens
  useEffect(
    () =>
      items()
        .at(startAt === 'first' ? 0 : -1)
        ?.focus(),
    [startAt],
  );

  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      const inside = target instanceof Node && [panel, button].some((each) => each.current?.contains(target));
      if (!inside) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [button, onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return onClose();
    const target = event.key === 'Escape' ? button.current : itemAt(event, items());
    if (!target) return;
    event.preventDefault();
    if (event.key === 'Escape') onClose();
    target.focus();
  };

  return (
    <div ref={panel} className={classes.panel} data-place={place}>
      {head && <div className={classes.head}>{head}</div>}
      <div id={id} role="menu" tabIndex={-1} aria-labelledby={`${id}-button`} onKeyDown={onKeyDown}>
        {entries.map((entry) => (
          <MenuItem key={entry.key} entry={entry} onSelected={onSelected} />
        ))}
      </div>
    </div>
  );
}

/** Where a key leads from the item that has the focus. */
const itemAt = ({ key }: KeyboardEvent, items: readonly HTMLElement[]): HTMLElement | undefined => {
  const at = items.findIndex((item) => item.matches(':focus'));
  switch (key) {
    case 'ArrowDown':
      return items.at((at + 1) % items.length);
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items.at(0);
    case 'End':
      return items.at(-1);
    default: {
      const fromNext = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return key.length === 1 && key !== ' '
        ? fromNext.find(({ textContent }) => textContent.toLowerCase().startsWith(key.toLowerCase()))
        : undefined;
    }
  }
};

interface MenuItemProps {
  readonly entry: MenuEntry;
  readonly onSelected: () => void;
}

function MenuItem({ entry, onSelected }: MenuItemProps) {
  const { label, icon, after, current, href, onSelect } = entry;
  const shared = {
    role: 'menuitem',
    tabIndex: -1,
    className: classes.item,
    'aria-current': current || undefined,
    onClick: () => {
      onSelected();
      onSelect?.();
    },
  } as const;
  const content = (
    <>
      {icon}
      <span className={classes.label}>{label}</span>
      {after}
    </>
  );
  return href ? (
    <Link {...shared} href={href}>
      {content}
    </Link>
  ) : (
    <button type="button" {...shared}>
      {content}
    </button>
  );
}
