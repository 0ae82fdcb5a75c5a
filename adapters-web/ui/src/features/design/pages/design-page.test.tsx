import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '@/testing/render';
import { DesignPage } from './design-page';

describe('the page of the design system', () => {
  it('shows each part twice, in light and dark', async () => {
    await show(<DesignPage />, { path: '/design' });
    expect(screen.getByRole('heading', { level: 1, name: 'Noble Growth' })).toBeVisible();
    for (const heading of ['Colours that carry text', 'Fields', 'Tabs and sliders', 'Containers']) {
      expect(screen.getByRole('heading', { level: 2, name: heading })).toBeVisible();
    }
    const [light, dark] = screen.getAllByText('on-accent on accent');
    expect(light?.closest('[style*="color-scheme: light"]')).not.toBeNull();
    expect(dark?.closest('[style*="color-scheme: dark"]')).not.toBeNull();
  });

  it('opens what is above the page, and gives the focus back', async () => {
    const { user } = await show(<DesignPage />, { path: '/design' });
    const opener = screen.getByRole('button', { name: 'A dialog' });
    await user.click(opener);
    expect(await screen.findByRole('dialog', { name: 'A dialog' })).toBeVisible();
    await user.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(opener);
  });

  it('lets its samples be used', async () => {
    const { user } = await show(<DesignPage />, { path: '/design' });
    await user.click(screen.getAllByRole('tab', { name: 'Second' })[0]!);
    expect(screen.getByText('What the second holds.')).toBeVisible();
  });
});
