/** A cell as a file has it. What is no plain value is named, so that it can be refused where it stands. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula' | 'date' | 'other' };
