export const support = {
  title: 'Support',
} as const;
