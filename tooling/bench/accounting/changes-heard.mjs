/** Signs in, and hears the changes of one's invoices as the page of a supplier does: over graphql-transport-ws. */

export const asking = (address) => async (token, query, variables) => {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

export const signedIn = async (address, email) => {
  const { signIn } = await asking(address)(
    undefined,
    'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { token } } }',
    { input: { email, password: 'parvis-demo' } },
  );
  return signIn.token;
};

const CHANGES = `subscription { invoiceChanged(side: SUPPLIER) { invoice { number } event { to } } }`;

/** Calls `hear` with each change, as it arrives. */
export const hearChanges = (address, token, hear) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const send = (message) => socket.send(JSON.stringify(message));
    socket.addEventListener('error', () => reject(new Error('no subscription')));
    socket.addEventListener('open', () => send({ type: 'connection_init', payload: { token } }));
    socket.addEventListener('message', ({ data }) => {
      const { type, payload } = JSON.parse(data);
      if (type === 'ping') send({ type: 'pong' });
      if (type === 'error') reject(new Error(JSON.stringify(payload)));
      if (type === 'connection_ack') {
        send({ id: '1', type: 'subscribe', payload: { query: CHANGES } });
        resolve({ close: () => socket.close() });
      }
      if (type === 'next') hear(payload.data.invoiceChanged);
    });
  });
