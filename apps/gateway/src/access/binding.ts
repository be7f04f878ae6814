import type { Right } from '@parvis/domain/access/rights';
import { Extensions } from 'type-graphql';

/**
 * Who may ask for a field or a route: the holders of a right of the rights table, whoever is signed in, people only, or
 * everyone for a stated reason. A root field without a binding stops the gateway from starting.
 */
export type Binding =
  | { readonly kind: 'right'; readonly right: Right }
  | { readonly kind: 'anyRight'; readonly rights: readonly Right[] }
  | { readonly kind: 'signedIn'; readonly reason: string }
  | { readonly kind: 'person'; readonly reason: string }
  | { readonly kind: 'open'; readonly reason: string };

const bind = (binding: Binding): MethodDecorator & PropertyDecorator => Extensions({ binding });

/** Only people who hold the right in one of their structures; with several, any of them. The use case asks again. */
export const Bound = (...rights: readonly [Right, ...Right[]]): MethodDecorator & PropertyDecorator =>
  bind(rights.length === 1 ? { kind: 'right', right: rights[0] } : { kind: 'anyRight', rights });

/** Whoever is signed in, whatever their rights. */
export const SignedIn = (reason: string): MethodDecorator & PropertyDecorator =>
  bind({ kind: 'signedIn', reason });

/** People only, whatever their rights: programs have no business there. */
export const PeopleOnly = (reason: string): MethodDecorator & PropertyDecorator =>
  bind({ kind: 'person', reason });

/** Strangers too. */
export const Open = (reason: string): MethodDecorator & PropertyDecorator => bind({ kind: 'open', reason });

/** What a schema field carries; undefined when it was never bound. */
export const bindingOf = (extensions: Readonly<Record<string, unknown>>): Binding | undefined =>
  extensions.binding as Binding | undefined;
