import { type ComponentPropsWithRef, type ComponentType, createContext, type ReactNode, use } from 'react';

export type LinkProps = ComponentPropsWithRef<'a'> & { readonly href: string };

function PlainLink(props: LinkProps) {
  return <a {...props} />;
}

const Context = createContext<ComponentType<LinkProps>>(PlainLink);

/** Gives the app's router its say: every link of every component is drawn by `component`. */
export function LinkProvider({
  component,
  children,
}: {
  readonly component: ComponentType<LinkProps>;
  readonly children: ReactNode;
}) {
  return <Context value={component}>{children}</Context>;
}

export function Link(props: LinkProps) {
  const Component = use(Context);
  return <Component {...props} />;
}
