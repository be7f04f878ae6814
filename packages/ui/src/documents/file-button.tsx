import { type ReactNode, useRef } from 'react';
import { Button } from '../acts/button.js';

export interface FileButtonProps {
  readonly children: ReactNode;
  /** Extensions, as the browser's own file window takes them: ".xml,.pdf". */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** Asks for one file. */
export function FileButton({ children, accept, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.item(0);
          // The same file may be chosen again, corrected in the meantime.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
