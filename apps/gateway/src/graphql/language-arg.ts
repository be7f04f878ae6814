import { Arg } from 'type-graphql';
import { LanguageEnum } from './enums.js';

/** The argument by which a field that speaks is told the language; French when left out. */
export const LanguageArg = (): ParameterDecorator =>
  Arg('language', () => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description: 'The language of the words; French when left out.',
  }) as ParameterDecorator;
