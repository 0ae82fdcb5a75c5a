export const OPERATIONS_ROLES = ['OPERATOR', 'ADMIN'] as const;
