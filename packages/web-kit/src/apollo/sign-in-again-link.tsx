import { ServerError } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { catchError, from, mergeMap, of, throwError } from 'rxjs';
import type { SessionWatch } from '../session/session-watch.js';

/** Holds what the gateway refuses for want of a session until the person has signed in again, then asks once more. */
export const signInAgainLink = (watch: SessionWatch): ApolloLink =>
  new ApolloLink((operation, forward) => {
    const again = () => from(watch.signedInAgain()).pipe(mergeMap(() => forward(operation)));
    return forward(operation).pipe(
      mergeMap((result) => (isForWantOfSession(result) ? again() : of(result))),
      catchError((error: unknown) =>
        ServerError.is(error) && error.statusCode === 401 ? again() : throwError(() => error),
      ),
    );
  });

const CODES: readonly unknown[] = ['UNAUTHENTICATED', 'signed-out'];

/** The gateway says it as an error's code or, in an act's answer, as a refusal. */
export const isForWantOfSession = ({ errors, data }: ApolloLink.Result): boolean =>
  (errors ?? []).some(({ extensions }) => CODES.includes(extensions?.code)) ||
  Object.values(data ?? {}).some((answer) => isRefusal(answer) && CODES.includes(answer.code));

const isRefusal = (answer: unknown): answer is { code: unknown } =>
  typeof answer === 'object' && answer !== null && 'code' in answer;
