import { preferredLanguage } from '../http/identify.js';
import { pagePolicy } from '../http/page-policy.js';
import type { Route } from '../http/route.js';
import type { UseCases } from '../use-cases.js';
import { mailboxPage } from './mailbox-page.js';

export const MAILBOX_PATH = '/boite-aux-lettres/';

/**
 * For demonstrations only: the messages that would have been sent. Whoever reads them can enter every account, so that
 * no production mounts this.
 */
export const mailboxRoutes = ({ listWaitingMail }: Pick<UseCases, 'listWaitingMail'>): readonly Route[] => [
  {
    method: 'get',
    path: MAILBOX_PATH,
    binding: { kind: 'open', reason: 'a demonstration shows everyone the messages it does not send' },
    handle: async (request, response) => {
      const asked = request.query.lang;
      const language =
        asked === 'fr' || asked === 'en' ? asked : preferredLanguage(request.headers['accept-language']);
      const page = mailboxPage(await listWaitingMail(), language);
      response
        .set({
          'Content-Security-Policy': pagePolicy(page),
          Vary: 'Accept-Language',
          'Cache-Control': 'no-store',
        })
        .type('html')
        .send(page);
    },
  },
];
