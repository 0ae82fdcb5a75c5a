/** Whether a page to pay at is one to go to: encrypted, or the stand-in for Stripe that this server shows itself. */
export function isPaymentPage(address: string, own: string = location.origin): boolean {
  if (!URL.canParse(address)) return false;
  const page = new URL(address);
  return page.protocol === 'https:' || (page.origin === own && page.pathname.startsWith('/dev/'));
}

/** Leaves the app for a page to pay at. */
export function leaveFor(address: string): void {
  location.assign(address);
}
