export function OneMemoryPage() {
  return null;
}
