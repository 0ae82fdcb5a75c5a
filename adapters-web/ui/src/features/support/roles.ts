/** Operators may look, too, but are shown no personal text. */
export const SUPPORT_ROLES = ['SUPPORT', 'OPERATOR', 'ADMIN'] as const;
export const UNMASKING_ROLES = ['SUPPORT', 'ADMIN'] as const;
