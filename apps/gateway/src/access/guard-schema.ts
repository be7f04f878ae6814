import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isUnionType,
} from 'graphql';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { refusedError } from '../refusals/refused-error.js';
import type { RequestContext } from '../request-context.js';
import { type Binding, bindingOf } from './binding.js';
import { type AccessRefusal, permit } from './permit.js';

type Field = GraphQLField<unknown, RequestContext>;
type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/** The fields a client may begin with, by the name under which errors speak of them. */
export const rootFields = (schema: GraphQLSchema): readonly (readonly [name: string, field: Field])[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => [`${type?.name}.${field.name}`, field] as const),
  );

/** Puts each root field behind its binding. A field bound to nothing is a bug of ours and stops the start. */
export const guardSchema = (schema: GraphQLSchema): GraphQLSchema => {
  for (const [name, field] of rootFields(schema)) {
    const binding = bindingOf(field.extensions);
    if (!binding)
      throw new TypeError(`${name} is bound to no right: decorate it with Bound, SignedIn or Open`);
    if (field.subscribe) field.subscribe = guarded(field.subscribe, binding, refuseWithError);
    else if (field.resolve) field.resolve = guarded(field.resolve, binding, refusalFor(field));
  }
  return schema;
};

type Refuse = (refusal: AccessRefusal, context: RequestContext) => unknown;

const guarded =
  (resolve: Resolver, binding: Binding, refuse: Refuse): Resolver =>
  (source, args, context, info) => {
    const permission = permit(binding, context.principal, context.refused);
    return permission.permitted ? resolve(source, args, context, info) : refuse(permission.refusal, context);
  };

const refuseWithError: Refuse = (refusal, { language }) => {
  throw refusedError(refusal, language);
};

const refuseWithMember: Refuse = (refusal, { language }) => new ActRefusedObject(refusal, language);

/** Where the answer is a union that can hold the refusal, the client gets it there. */
const refusalFor = (field: Field): Refuse => {
  const type = getNamedType(field.type);
  const holdsRefusals = isUnionType(type) && type.getTypes().some(({ name }) => name === 'ActRefused');
  return holdsRefusals ? refuseWithMember : refuseWithError;
};
