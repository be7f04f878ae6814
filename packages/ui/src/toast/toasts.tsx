import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import { useWords } from '../language/language.js';
import { Toast, type ToastContent } from './toast.js';
import classes from './toast.module.css';

const Context = createContext<(content: ToastContent) => void>(() => {});

/** Shows short answers at the foot of the page; a screen reader says them without leaving its place. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const [toasts, setToasts] = useState<readonly { id: number; content: ToastContent }[]>([]);
  const show = useCallback((content: ToastContent) => {
    setToasts((shown) => [...shown.slice(-2), { id: (shown.at(-1)?.id ?? 0) + 1, content }]);
  }, []);
  const close = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  return (
    <Context value={show}>
      {children}
      <section className={classes.stack} aria-label={words.notifications} aria-live="polite">
        {toasts.map(({ id, content }) => (
          <Toast key={id} id={id} content={content} onClose={close} />
        ))}
      </section>
    </Context>
  );
}

/** Answers `show({ message, undo })`. */
export const useToast = (): ((content: ToastContent) => void) => use(Context);
