import { accept, type Result, refuse } from '../result/result.js';

export type EmailFault = 'email-missing' | 'email-malformed';

const LONGEST = 254;
const LONGEST_LOCAL = 64;

/** Dot-atoms (RFC 5322, 3.2.3): what mailboxes are called in life. Quoted names and comments are nobody's address. */
const shape =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/;

/** An address as accounts are known by it: without spaces around, in small letters. That it exists is for a mail to prove. */
export const parseEmail = (typed: string): Result<string, EmailFault> => {
  const email = typed.normalize('NFKC').trim().toLowerCase();
  if (email === '') return refuse('email-missing');
  const fits = email.length <= LONGEST && email.indexOf('@') <= LONGEST_LOCAL && shape.test(email);
  return fits ? accept(email) : refuse('email-malformed');
};

/** Enough to recognise one's own, too little for a stranger: p…e@papeterie.example. */
export const maskedEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  return `${local.slice(0, 1)}…${local.length > 2 ? local.slice(-1) : ''}${email.slice(at)}`;
};
