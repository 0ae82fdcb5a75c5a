import { queryOptions } from '@tanstack/react-query';

/** Where the mails of the profile `local` can be read; it is not there elsewhere. */
export const MAILBOX = '/dev/mailbox';

export const mailboxQuery = queryOptions({
  queryKey: ['mailbox'],
  queryFn: async ({ signal }) => (await fetch(MAILBOX, { method: 'HEAD', signal })).ok,
  staleTime: Infinity,
  retry: false,
});
