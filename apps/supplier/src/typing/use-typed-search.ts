import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 250;

/** What is being typed, at once; the address bar and the gateway hear of it at the first pause. */
export const useTypedSearch = (
  asked: string,
  ask: (text: string) => void,
): [typed: string, type: (text: string) => void] => {
  const [typed, setTyped] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Back, forward and a link to the page change the address without anyone typing; what is typed while the address
  // follows an earlier pause stays.
  useEffect(() => {
    if (timer.current === undefined) setTyped((current) => (current.trim() === asked ? current : asked));
  }, [asked]);
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      ask(text);
    }, PAUSE_MS);
  };
  return [typed, type];
};
