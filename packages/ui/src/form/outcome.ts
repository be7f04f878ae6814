export interface FieldError {
  /** The `id` of the field, so that the summary can lead there. */
  readonly fieldId: string;
  readonly message: string;
}

/** What came of a form, each case with its own look; undefined before the first answer. */
export type FormOutcome =
  | { readonly kind: 'done'; readonly message: string }
  | { readonly kind: 'field-errors'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'refused'; readonly message: string; readonly nextStep?: string | undefined }
  | { readonly kind: 'too-many-tries'; readonly retryAt: Date }
  | { readonly kind: 'failed'; readonly reference?: string | undefined };

/** The message of one field, for its `error`. */
export const errorOf = (outcome: FormOutcome | undefined, fieldId: string): string | undefined =>
  outcome?.kind === 'field-errors'
    ? outcome.errors.find((error) => error.fieldId === fieldId)?.message
    : undefined;
