import { ServerError } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { catchError, from, mergeMap, of, throwError } from 'rxjs';
import type { SessionWatch } from '../session/session-watch.js';

/**
 * Holds what the gateway refuses for want of a session until the person has signed in again, then asks once more. Where a
 * right is missing that a page offered, the session is looked at anew.
 */
export const signInAgainLink = (watch: SessionWatch): ApolloLink =>
  new ApolloLink((operation, forward) => {
    const again = () => from(watch.signedInAgain()).pipe(mergeMap(() => forward(operation)));
    return forward(operation).pipe(
      mergeMap((result) => {
        if (isForWantOfSession(result)) return again();
        if (isForWantOfRight(result)) watch.doubtRights();
        return of(result);
      }),
      catchError((error: unknown) =>
        ServerError.is(error) && error.statusCode === 401 ? again() : throwError(() => error),
      ),
    );
  });

const CODES: readonly unknown[] = ['UNAUTHENTICATED', 'signed-out'];

/** The gateway says it as an error's code or, in an act's answer, as a refusal. */
export const isForWantOfSession = (result: ApolloLink.Result): boolean => says(result, CODES);

/** Also what is no longer there for whoever asks: an invoice of a client whose mandate ended. */
export const isForWantOfRight = (result: ApolloLink.Result): boolean =>
  says(result, ['FORBIDDEN', 'not-allowed']) ||
  Object.entries(result.data ?? {}).some(([field, answer]) => field === 'invoice' && answer === null);

const says = ({ errors, data }: ApolloLink.Result, codes: readonly unknown[]): boolean =>
  (errors ?? []).some(({ extensions }) => codes.includes(extensions?.code)) ||
  Object.values(data ?? {}).some((answer) => isRefusal(answer) && codes.includes(answer.code));

const isRefusal = (answer: unknown): answer is { code: unknown } =>
  typeof answer === 'object' && answer !== null && 'code' in answer;
