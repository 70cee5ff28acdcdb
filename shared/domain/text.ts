/** What a person reads: Vietnamese first, English second. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}
