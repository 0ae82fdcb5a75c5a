import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { logIn, show } from '@/testing/render';
import { currentReason, headerText, keepReason } from './reason';
import { StaffPage } from './staff-page';

const Shown = () => (
  <StaffPage title="Support" roles={['SUPPORT']}>
    <p>What is looked at</p>
  </StaffPage>
);

afterEach(() => sessionStorage.clear());

describe('a reason in a header', () => {
  it.each([
    ['ticket 4711', 'ticket 4711'],
    ['  Ada’s “lost”\nanswer – again…  ', 'Ada\'s "lost" answer - again...'],
    ['Anfrage von Frau Müller', 'Anfrage von Frau Müller'],
  ])('%j is carried as %j', (reason, text) => {
    expect(headerText(reason)).toBe(text);
    expect(() => new Headers({ 'X-Support-Reason': text })).not.toThrow();
  });

  it.each(['', '   ', 'チケット', 'x'.repeat(201), 'bell \u0007'])('%j can’t be carried', reason => {
    expect(headerText(reason)).toBeUndefined();
  });
});

describe('a page of the staff', () => {
  it('is closed to others', async () => {
    await logIn({ roles: ['MEMBER', 'OPERATOR'] });
    await show(<Shown />);
    expect(screen.getByText('Not for your role')).toBeVisible();
    expect(screen.queryByLabelText('Your reason')).not.toBeInTheDocument();
  });

  it('asks why before it shows anything, and says so all the time', async () => {
    await logIn({ roles: ['SUPPORT'] });
    const { user } = await show(<Shown />);
    expect(screen.queryByText('What is looked at')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(screen.getByLabelText('Your reason')).toHaveFocus();
    await user.type(screen.getByLabelText('Your reason'), 'ticket 1');
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(screen.getByText('What is looked at')).toBeVisible();
    expect(screen.getByText('ticket 1')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change the reason' }));
    const reason = await screen.findByLabelText('Your reason');
    await user.clear(reason);
    await user.type(reason, 'ticket 2');
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('ticket 2')).toBeVisible();
  });

  it('does not take the reason of somebody else', async () => {
    await logIn({ id: 'usr_one', roles: ['SUPPORT'] });
    keepReason('ticket 1');
    expect(currentReason()).toBe('ticket 1');
    await logIn({ id: 'usr_two', roles: ['SUPPORT'] });
    expect(currentReason()).toBeUndefined();
  });
});
