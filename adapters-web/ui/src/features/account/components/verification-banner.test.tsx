import { screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { session } from '@/shared/session';
import { ADA, logIn, show } from '@/testing/render';
import { answers, problem, server } from '@/testing/server';
import { VerificationBanner } from './verification-banner';

const banner = () => screen.queryByRole('region', { name: 'Verification of your address' });

describe('the banner for people who are not verified', () => {
  const unverified = (id: string) => logIn({ id, emailVerified: false, emailVerifiedAt: null });

  it('is not there for those who are', async () => {
    await logIn();
    await show(<VerificationBanner />);
    expect(banner()).not.toBeInTheDocument();
  });

  it('can be put aside, until the page is loaded again', async () => {
    await unverified('usr_aside');
    const { user } = await show(<VerificationBanner />);
    expect(banner()).toHaveTextContent('ada@example.org');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(banner()).not.toBeInTheDocument();
  });

  it('goes as soon as the address is verified', async () => {
    const member = await unverified('usr_verifies');
    await show(<VerificationBanner />);
    expect(banner()).toBeVisible();
    session.replaceUser({ ...member, emailVerified: true });
    await waitFor(() => expect(banner()).not.toBeInTheDocument());
  });

  it('says when there were too many mails', async () => {
    await unverified('usr_many');
    server.use(http.post('*/auth/resend-verification', () => problem(429, 'resend_throttled')));
    const { user } = await show(<VerificationBanner />);
    await user.click(screen.getByRole('button', { name: 'Send the mail again' }));
    expect(await screen.findByText(/We have sent several mails already/)).toBeVisible();
  });

  it('goes when the server knows that the address is verified already', async () => {
    const member = await unverified('usr_done');
    server.use(http.post('*/auth/resend-verification', () => problem(409, 'already_verified')));
    answers('get', '/auth/me', { ...ADA, id: member.id });
    const { user } = await show(<VerificationBanner />);
    await user.click(screen.getByRole('button', { name: 'Send the mail again' }));
    await waitFor(() => expect(banner()).not.toBeInTheDocument());
  });
});
