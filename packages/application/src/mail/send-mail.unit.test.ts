import { beforeEach, describe, expect, test } from 'vitest';
import { alice } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import type { OutgoingMail } from './mail-outbox.js';
import { postMail } from './post-mail.js';
import { type Mailer, MailRefused, makeSendMail } from './send-mail.js';

const text = { to: alice.email, subject: 'Bonjour', body: 'Votre code : 123 456' };

describe('a message', () => {
  let world: FakeWorld;
  let sent: OutgoingMail[];
  beforeEach(async () => {
    world = await makeFakeWorld();
    sent = [];
  });
  const mailer: Mailer = { send: async (mail) => void sent.push(mail) };
  const post = async (): Promise<string> => {
    await world.work.run((stores) => postMail(stores, world.newId, text));
    const [job] = await world.jobsAdded();
    if (job?.kind !== 'sendMail') throw new Error('no job');
    return job.mailId;
  };
  const stored = () => [...world.tables.mails.values()][0];

  test('is sent once, outside of any unit of work, and its text forgotten', async () => {
    const mailId = await post();
    const send = makeSendMail({
      ...world,
      mailer: {
        send: async (mail) => {
          expect(await world.work.run(async () => 'open to others')).toBe('open to others');
          await mailer.send(mail);
        },
      },
    });
    await send(mailId);
    await send(mailId);
    expect(sent).toEqual([{ mailId, ...text }]);
    expect(stored()).toMatchObject({ sentAt: world.now(), body: '' });
  });

  test('waits for another try when the server did not take it', async () => {
    const mailId = await post();
    const down: Mailer = { send: () => Promise.reject(new Error('no answer')) };
    await expect(makeSendMail({ ...world, mailer: down })(mailId)).rejects.toThrow('no answer');
    await makeSendMail({ ...world, mailer })(mailId);
    expect(sent).toHaveLength(1);
  });

  test('is given up when no try will ever do, and says why', async () => {
    const mailId = await post();
    const nobody: Mailer = { send: () => Promise.reject(new MailRefused('550 to RCPT TO')) };
    await makeSendMail({ ...world, mailer: nobody })(mailId);
    await makeSendMail({ ...world, mailer })(mailId);
    expect(sent).toEqual([]);
    expect(stored()).toMatchObject({ problem: '550 to RCPT TO', body: '' });
  });

  test('stays where it is without a mail server', async () => {
    const mailId = await post();
    await makeSendMail({ ...world, mailer: undefined })(mailId);
    expect(stored()).toMatchObject({ sentAt: null, problem: null, body: text.body });
  });
});
