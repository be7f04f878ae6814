import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useWords } from '../language/language.js';
import { extensionNames, splitByAcceptance } from './accepted-files.js';
import classes from './file-drop.module.css';

export interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** What is welcome: "UBL, CII, Factur-X ou PDF, 50 Mo par fichier". */
  readonly hint?: string | undefined;
  /** As in `<input accept>`: `.xml,.pdf,application/pdf`. */
  readonly accept?: string | undefined;
  readonly maximumBytes?: number | undefined;
  readonly multiple?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** A line instead of a whole place: for attachments. */
  readonly compact?: boolean | undefined;
}

/** Takes files, dropped or chosen; what is not welcome is named and left out. */
export function FileDrop(props: FileDropProps) {
  const { onFiles, hint, accept, maximumBytes, multiple = true, disabled = false, compact = false } = props;
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [told, setTold] = useState({ taken: '', refused: '' });

  const take = (list: FileList | null) => {
    const given = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    const { welcome, wrongKind, tooLarge } = splitByAcceptance(given, accept, maximumBytes);
    setTold({
      taken: welcome.length > 0 ? words.filesTaken(welcome.length) : '',
      refused: [
        wrongKind.length > 0 && words.filesOfWrongKind(namesOf(wrongKind), extensionNames(accept)),
        tooLarge.length > 0 && words.filesTooLarge(namesOf(tooLarge), inMegabytes(maximumBytes ?? 0)),
      ]
        .filter(Boolean)
        .join(' '),
    });
    if (welcome.length > 0) onFiles(welcome);
    // Otherwise choosing the same file again would change nothing.
    if (field.current) field.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };
  const title = multiple ? words.dropHere : words.dropOne;
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for pointers; the field inside is for everyone */}
      <div
        className={classes.place}
        data-over={over || undefined}
        data-compact={compact || undefined}
        data-disabled={disabled || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!disabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={compact ? 20 : 34} stroke={1.4} aria-hidden />
        <span className={classes.title} aria-hidden>
          {over ? words.dropNow : title}
        </span>
        <label className={classes.browse} htmlFor={id}>
          {multiple ? words.browse : words.browseOne}
        </label>
        <input
          ref={field}
          id={id}
          type="file"
          className="pv-visually-hidden"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => take(event.currentTarget.files)}
        />
        {hint && (
          <span id={`${id}-hint`} className={classes.hint}>
            {hint}
          </span>
        )}
      </div>
      <p role="status" className="pv-visually-hidden">
        {told.taken}
      </p>
      <p role="alert" className={classes.refused}>
        {told.refused}
      </p>
    </div>
  );
}

const namesOf = (files: readonly File[]): string => files.map(({ name }) => name).join(', ');

const inMegabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);
