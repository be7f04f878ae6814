import type { ConnectionRefusal, SettingsFaulty } from '@parvis/application/accounting/connection-refusal';
import type { Language } from '@parvis/domain/display/language';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { LanguageArg } from '../graphql/language-arg.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { principalOf, type RequestContext } from '../request-context.js';
import { AccountingConnectionObject } from './accounting-connection.object.js';
import type { ConnectionUseCases } from './connection-use-cases.js';
import { ConnectorKindObject } from './connector-kind.object.js';
import {
  ConnectionRemovedObject,
  ConnectionSavedObject,
  RemoveConnectionInput,
  RemoveConnectionResult,
  SaveConnectionInput,
  SaveConnectionResult,
  SetConnectionActiveInput,
  SetConnectionActiveResult,
  SettingsRefusedObject,
  StepFindingsObject,
  TestConnectorStepInput,
  TestConnectorStepResult,
} from './set-up.objects.js';

@Resolver(() => AccountingConnectionObject)
export class SetUpResolver {
  constructor(private readonly useCases: ConnectionUseCases) {}

  @Bound('connector:read')
  @Query(() => [ConnectorKindObject], {
    description:
      'The kinds of accounting systems that can be connected. What each asks in its steps is asked for one kind at a time, with `connectorKind`: the steps of all cost more than an operation may.',
  })
  connectorKinds(@LanguageArg() language: Language | null): ConnectorKindObject[] {
    return this.useCases.offeredKinds.map((kind) => new ConnectorKindObject(kind, language ?? 'fr'));
  }

  @Bound('connector:read')
  @Query(() => ConnectorKindObject, {
    nullable: true,
    description: 'One kind of accounting system; null when this installation has none of that name.',
  })
  connectorKind(
    @Arg('system', () => String, { description: 'Its name: `tryton`, `file-exchange`…' }) system: string,
    @LanguageArg() language: Language | null,
  ): ConnectorKindObject | null {
    return this.kindOf(system, language);
  }

  @FieldResolver(() => ConnectorKindObject, {
    nullable: true,
    description: 'Its kind of system; null when this installation has it no longer.',
  })
  kind(
    @Root() { connection }: AccountingConnectionObject,
    @LanguageArg() language: Language | null,
  ): ConnectorKindObject | null {
    return this.kindOf(connection.system, language);
  }

  @Bound('connector:read')
  @Query(() => AccountingConnectionObject, {
    nullable: true,
    description: "One accounting connection; null when it is none of the viewer's entities.",
  })
  async accountingConnection(
    @Arg('id', () => ID, { description: 'The connection.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<AccountingConnectionObject | null> {
    const found = await this.useCases.findConnection(id, principalOf(context));
    return found ? new AccountingConnectionObject(found) : null;
  }

  @Bound('connector:operate')
  @Mutation(() => TestConnectorStepResult, {
    description: 'Tries what a person has typed so far, on the real system. Nothing is kept.',
  })
  async testConnectorStep(
    @Arg('input', () => TestConnectorStepInput, { description: 'What is known so far.' })
    { language, settingsJson: settingsText, connectionId, ...asked }: TestConnectorStepInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof TestConnectorStepResult> {
    const command = { ...asked, settingsText, ...given({ connectionId: connectionId ?? null }) };
    const outcome = await this.useCases.tryStep(command, principalOf(context));
    if (outcome.ok) return new StepFindingsObject(outcome.value, language ?? 'fr');
    return refused(outcome.refusal, language);
  }

  @Bound('connector:operate')
  @Mutation(() => SaveConnectionResult, { description: 'Sets a connection up, or changes one.' })
  async saveConnection(
    @Arg('input', () => SaveConnectionInput, { description: 'The connection.' })
    {
      language,
      settingsJson: settingsText,
      connectionId,
      refuseWhenCancelled,
      ...asked
    }: SaveConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveConnectionResult> {
    const chosen = given({
      connectionId: connectionId ?? null,
      refuseWhenCancelled: refuseWhenCancelled ?? null,
    });
    const command = { ...asked, settingsText, ...chosen };
    const outcome = await this.useCases.saveConnection(command, principalOf(context));
    if (outcome.ok) return new ConnectionSavedObject(outcome.value);
    return refused(outcome.refusal, language);
  }

  @Bound('connector:operate')
  @Mutation(() => SetConnectionActiveResult, {
    description: 'Pauses a connection, or resumes it: what waited then goes out, oldest first.',
  })
  async setConnectionActive(
    @Arg('input', () => SetConnectionActiveInput, { description: 'The connection.' })
    { language, ...command }: SetConnectionActiveInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetConnectionActiveResult> {
    const outcome = await this.useCases.setConnectionActive(command, principalOf(context));
    return outcome.ok
      ? new ConnectionSavedObject(outcome.value)
      : new ActRefusedObject(outcome.refusal, language ?? 'fr');
  }

  @Bound('connector:operate')
  @Mutation(() => RemoveConnectionResult, {
    description: 'Removes a connection over which nothing was ever delivered.',
  })
  async removeConnection(
    @Arg('input', () => RemoveConnectionInput, { description: 'The connection.' })
    { language, ...command }: RemoveConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RemoveConnectionResult> {
    const outcome = await this.useCases.removeConnection(command, principalOf(context));
    return outcome.ok
      ? new ConnectionRemovedObject(outcome.value.connectionId)
      : new ActRefusedObject(outcome.refusal, language ?? 'fr');
  }

  private kindOf(wanted: string, language: Language | null): ConnectorKindObject | null {
    const kind = this.useCases.offeredKinds.find(({ system }) => system === wanted);
    return kind ? new ConnectorKindObject(kind, language ?? 'fr') : null;
  }
}

const refused = (
  refusal: ConnectionRefusal | SettingsFaulty,
  language: Language | null | undefined,
): SettingsRefusedObject | ActRefusedObject =>
  refusal.code === 'connection-settings-faulty'
    ? new SettingsRefusedObject(refusal.faults, language ?? 'fr')
    : new ActRefusedObject(refusal, language ?? 'fr');
