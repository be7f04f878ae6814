import type { OpenIdProvider } from '@parvis/application/people/openid/openid-expert';
import { Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Open } from '../../access/binding.js';
import type { RequestContext } from '../../request-context.js';
import type { UseCases } from '../../use-cases.js';

@ObjectType('OpenIdProvider', { description: 'A provider of identities that people may sign in with.' })
export class OpenIdProviderObject {
  constructor({ key, name }: OpenIdProvider) {
    this.key = key;
    this.name = name;
    this.startAddress = `/auth/openid/${key}/start`;
  }

  @Field(() => String, { description: 'Its key.' })
  readonly key: string;

  @Field(() => String, { description: 'As people know it.' })
  readonly name: string;

  @Field(() => String, {
    description: 'Where to send the browser; `?retour=` names the page to come back to.',
  })
  readonly startAddress: string;
}

@Resolver()
export class OpenIdResolver {
  constructor(private readonly useCases: Pick<UseCases, 'openIdProviders' | 'signOut'>) {}

  @Open('who signs in has to see how')
  @Query(() => [OpenIdProviderObject], { description: 'Providers of identities one may sign in with.' })
  openIdProviders(): OpenIdProviderObject[] {
    return this.useCases.openIdProviders.map((provider) => new OpenIdProviderObject(provider));
  }

  @Open('ends whatever session there is')
  @Mutation(() => String, {
    nullable: true,
    description:
      'Ends the session; answers where to sign out of the provider that opened it, null when none did.',
  })
  async signOutOfProvider(@Ctx() { session, token }: RequestContext): Promise<string | null> {
    const ended = token === undefined ? {} : await this.useCases.signOut(token);
    session.close();
    return ended.providerAddress ?? null;
  }
}
