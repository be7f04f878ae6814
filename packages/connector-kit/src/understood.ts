import { say } from '@parvis/domain/display/language';
import type { ZodType } from 'zod';
import { Refused } from './failures.js';

/** What the text says as JSON; undefined when it is none. Bytes are read as UTF-8. */
export const parseJson = (content: string | Uint8Array): unknown => {
  try {
    return JSON.parse(
      typeof content === 'string' ? content : new TextDecoder('utf-8', { fatal: true }).decode(content),
    );
  } catch {
    return undefined;
  }
};

/** The answer in the shape we read; else `Refused`, naming system, question and the place where it differs. */
export const understood = <Answer>(
  system: string,
  what: string,
  answer: unknown,
  shape: ZodType<Answer>,
): Answer => {
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = `${issue?.path.join('.') || '-'}: ${issue?.message}`;
  throw new Refused(
    'answer-not-understood',
    say(
      `Réponse inattendue de ${system} à ${what} (${where}).`,
      `Unexpected answer of ${system} to ${what} (${where}).`,
    ),
  );
};
