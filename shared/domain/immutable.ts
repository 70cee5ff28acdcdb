/** A value whose lists and fields nobody changes: what the domain hands out, where a contract says what it reads. */
export type Immutable<T> = unknown extends T
  ? T
  : T extends bigint | string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Immutable<Item>[]
      : { readonly [Field in keyof T]: Immutable<T[Field]> };
