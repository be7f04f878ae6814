import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Mailer } from '@parvis/application/mail/send-mail';

/** Where no mail server is configured, messages are laid down in a folder, one file each. */
export const folderMailer = (folder: string): Mailer => ({
  send: async ({ mailId, to, subject, body }) => {
    await mkdir(folder, { recursive: true });
    const text = `To: ${to}\nSubject: ${subject}\n\n${body}\n`;
    await writeFile(path.join(folder, `${mailId}.txt`), text);
  },
});
