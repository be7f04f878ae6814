/** What a first call with a key came to. */
export type KeyTest =
  | { readonly works: true; readonly name: string; readonly structureName: string }
  | { readonly works: false; readonly message: string };

interface Answer {
  readonly data?: {
    readonly callingProgram?: { readonly name: string; readonly structureName: string } | null;
  };
  readonly errors?: readonly { readonly message: string }[];
}

/** The call a program would make, with the key alone: neither cookie nor the page's own client. */
export const testKey = async (secret: string): Promise<KeyTest> => {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query: '{ callingProgram { name structureName } }' }),
    });
    const { data, errors } = (await response.json()) as Answer;
    const program = data?.callingProgram;
    return program
      ? { works: true, ...program }
      : { works: false, message: errors?.[0]?.message ?? String(response.status) };
  } catch (failure) {
    return { works: false, message: failure instanceof Error ? failure.message : String(failure) };
  }
};
