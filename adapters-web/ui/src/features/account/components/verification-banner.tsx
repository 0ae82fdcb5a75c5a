export function VerificationBanner() {
  return null;
}
