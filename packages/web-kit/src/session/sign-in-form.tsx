import { useMutation } from '@apollo/client/react';
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import { SignInDocument, type SignInMutation } from '../gql/graphql.js';
import type { Viewer } from './session.js';
import { useSessionWords } from './words.js';

export interface SignInFormProps {
  readonly onSignedIn: (viewer: Viewer) => void;
  /** Known already, when someone signs in again. */
  readonly email?: string;
}

/** Every way it may end has its sentence: fields empty, refused, too many tries, no answer. */
export function SignInForm({ onSignedIn, email = '' }: SignInFormProps): ReactNode {
  const say = useSessionWords();
  const [signIn, { data, loading, error }] = useMutation(SignInDocument);
  const [missing, setMissing] = useState<{ email?: boolean; password?: boolean }>({});
  const refusal = useRefusalSentence(data?.signIn);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const input = { email: String(fields.get('email')).trim(), password: String(fields.get('password')) };
    const absent = { email: input.email === '', password: input.password === '' };
    setMissing(absent);
    if (absent.email || absent.password || loading) return;
    const answer = await signIn({ variables: { input } }).catch(() => undefined);
    if (answer?.data?.signIn.__typename === 'SignedIn') onSignedIn(answer.data.signIn.viewer);
  };

  const problem = error ? say('unreachable') : refusal;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {problem && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <TextInput
          name="email"
          type="email"
          label={say('email')}
          autoComplete="username"
          defaultValue={email}
          error={missing.email && say('emailMissing')}
          data-autofocus={email === '' || undefined}
        />
        <PasswordInput
          name="password"
          label={say('password')}
          autoComplete="current-password"
          error={missing.password && say('passwordMissing')}
          data-autofocus={email !== '' || undefined}
        />
        <Button type="submit" loading={loading} fullWidth>
          {say('signIn')}
        </Button>
      </Stack>
    </form>
  );
}

const useRefusalSentence = (answer: SignInMutation['signIn'] | undefined): string | undefined => {
  const say = useSessionWords();
  const { instant } = useDisplay();
  if (answer?.__typename !== 'SignInRefused') return undefined;
  if (answer.code === 'credentials-refused') return say('credentials-refused');
  if (answer.retryAt) return say('too-many-tries', { instant: instant(answer.retryAt) });
  return answer.message;
};
