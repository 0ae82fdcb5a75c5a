import { describe, expect, it } from 'vitest';
import { session } from '@/shared/session';
import { logIn } from '@/testing/render';
import { queries } from './queries';

describe('what was asked from the server', () => {
  it('stays when a visitor turns out to be a member', async () => {
    queries.setQueryData(['plans'], 'plans');
    await logIn();
    expect(queries.getQueryData(['plans'])).toBe('plans');
  });

  it('is gone when the member is, or is another one', async () => {
    await logIn({ id: 'usr_one' });
    queries.setQueryData(['quota'], 'of one');
    await logIn({ id: 'usr_two' });
    expect(queries.getQueryData(['quota'])).toBeUndefined();
    queries.setQueryData(['quota'], 'of two');
    session.over();
    expect(queries.getQueryData(['quota'])).toBeUndefined();
  });
});
