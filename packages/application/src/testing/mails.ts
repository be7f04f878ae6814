import type { FakeWorld } from './fake-world.js';

/** What was written to an address, oldest first. */
export const mailsTo = ({ tables }: Pick<FakeWorld, 'tables'>, address: string) =>
  [...tables.mails.values()].filter(({ to }) => to === address);

export const lastMailTo = (world: Pick<FakeWorld, 'tables'>, address: string) => {
  const mail = mailsTo(world, address).at(-1);
  if (!mail) throw new Error(`nothing was written to ${address}`);
  return mail;
};

/** The six digits in the last mail to an address. */
export const codeIn = ({ body }: { readonly body: string }): string => {
  const [, first, second] = /\b(\d{3}) (\d{3})\b/.exec(body) ?? [];
  if (!first || !second) throw new Error('no code in this mail');
  return first + second;
};

/** The secret behind the `#` of the first link. */
export const linkIn = ({ body }: { readonly body: string }): string => {
  const secret = /https?:\/\/\S+?#(.+)$/m.exec(body)?.[1];
  if (secret === undefined) throw new Error('no link in this mail');
  return decodeURIComponent(secret);
};
