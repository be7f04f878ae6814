/**
 * The answer of an act that may lawfully be refused: a value, or the reason why not.
 * Refusals are expected and typed; failures (bugs, network, database) are thrown instead.
 */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refuse = <const Refusal>(
  refusal: Refusal,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});
