export const account = {
  showPassword: 'Show password',
} as const;
