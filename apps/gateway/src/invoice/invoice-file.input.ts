import type { Language } from '@parvis/domain/display/language';
import { Field, ID, InputType } from 'type-graphql';
import { LanguageEnum } from '../graphql/enums.js';

@InputType('InvoiceFileInput', {
  description:
    'Exactly one of `uploadId` (a file sent to `/documents/uploads` first) and `contentBase64` (up to 1 MB).',
})
export class InvoiceFileInput {
  @Field(() => ID, { nullable: true, description: 'As answered by `/documents/uploads`.' })
  uploadId?: string | null;

  @Field(() => String, { description: 'The name the file goes by.' })
  fileName: string;

  @Field(() => String, { nullable: true, description: 'The bytes of the file in base64 (RFC 4648).' })
  contentBase64?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Which of the viewer's supplier structures sends it; may be left out when there is only one.",
  })
  supplierId?: string | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'fr',
    description:
      'The language of the answer. (A service code and an engagement number typed in beside a file that lacks them are not accepted: the file is the invoice.)',
  })
  language?: Language | null;
}
