import type { ImportCommand } from '@parvis/application/imports/load-import';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { principalOf, type RequestContext } from '../request-context.js';
import {
  ApplyImportInput,
  ImportAppliedObject,
  ImportInput,
  ImportPreviewResult,
  ImportResult,
} from './import-acts.objects.js';
import { ImportPreviewObject } from './import-preview.object.js';
import type { ImportUseCases } from './import-use-cases.js';

@Resolver()
export class ImportsResolver {
  constructor(private readonly useCases: ImportUseCases) {}

  @Bound('settings:change', 'engagement:manage')
  @Query(() => ImportPreviewResult, { description: 'What a file would change, every faulty row named.' })
  async importPreview(
    @Arg('input', () => ImportInput, { description: 'The file.' }) input: ImportInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ImportPreviewResult> {
    const language = input.language ?? 'fr';
    const outcome = await this.useCases.previewImport(commandOf(input), principalOf(context));
    return outcome.ok
      ? new ImportPreviewObject(outcome.value, input.kind, language)
      : new ActRefusedObject(outcome.refusal, language);
  }

  @Bound('settings:change', 'engagement:manage')
  @Mutation(() => ImportResult, { description: 'Imports a file as it was previewed: all of it or nothing.' })
  async applyImport(
    @Arg('input', () => ApplyImportInput, { description: 'The file and the digest of its preview.' })
    input: ApplyImportInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ImportResult> {
    const command = { ...commandOf(input), digest: input.digest };
    const outcome = await this.useCases.applyImport(command, principalOf(context));
    return outcome.ok
      ? new ImportAppliedObject(outcome.value)
      : new ActRefusedObject(outcome.refusal, input.language ?? 'fr');
  }
}

const commandOf = ({ kind, structureId, uploadId, closeMissing }: ImportInput): ImportCommand => ({
  kind,
  structureId,
  uploadId,
  closeMissing: closeMissing ?? false,
});
