/** Another language has exactly the keys of the English texts; TypeScript refuses one that lacks a text or has one too many. */
export type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> };
