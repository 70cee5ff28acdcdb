import * as z from 'zod/mini';
import { instantOf } from '#shared/domain/instant.ts';
import { AREA_ID_PATTERN, COMMUNE_ID_PATTERN } from '#shared/domain/areas.ts';
import { FIRST_DAY, FIRST_DECISION_DAY, isBusinessDay, LAST_DAY } from '#shared/domain/business-day.ts';
import { asWritten, isLine, PLAIN_LINE_PATTERN } from '#shared/domain/text.ts';
import type { Text } from '#shared/domain/text.ts';

/** Wire schemas used by more than one service. Amounts are decimal strings of đồng; days are YYYY-MM-DD. */

/** A rule of a text, and what is said of one that breaks it. */
function must(rule: (text: string) => boolean, { vi, en }: Text, { abort = false } = {}) {
  return z.refine<string>(rule, { abort, params: { vi, en } });
}

/** Takes sums too, which are longer than any one amount that may be sent: what was accepted can always be shown. */
export const VndSchema = z
  .string()
  .check(
    z.regex(/^(0|[1-9]\d{0,29})$/),
    z.meta({ id: 'Vnd', description: 'Whole đồng as a decimal string', examples: ['50000000'] }),
  );

export const GivenVndSchema = z
  .string()
  .check(
    z.regex(/^(0|[1-9]\d{0,15})$/),
    z.meta({ id: 'GivenVnd', description: 'Whole đồng as sent, zero or more', examples: ['2000000'] }),
  );

export const PositiveVndSchema = z
  .string()
  .check(
    z.regex(/^[1-9]\d{0,15}$/),
    z.meta({ id: 'PositiveVnd', description: 'Whole đồng above zero', examples: ['50000000'] }),
  );

export const SignedVndSchema = z
  .string()
  .check(
    z.regex(/^(0|-?[1-9]\d{0,29})$/),
    z.meta({ id: 'SignedVnd', description: 'Whole đồng, possibly negative', examples: ['-50000000'] }),
  );

export const RateSchema = z
  .string()
  .check(
    z.regex(/^\d{1,3}(\.\d{1,6})?$/),
    z.meta({ id: 'Rate', description: 'Per cent a year, exact', examples: ['6.6', '8.382'] }),
  );

const NO_DAY: Text = {
  vi: `Cần một ngày có trong lịch, từ ${FIRST_DAY} đến ${LAST_DAY}`,
  en: `A day of the calendar from ${FIRST_DAY} to ${LAST_DAY} expected`,
};
const TOO_OLD: Text = {
  vi: `Văn bản không thể ban hành trước ${FIRST_DECISION_DAY}`,
  en: `No paper was issued before ${FIRST_DECISION_DAY}`,
};

export const DaySchema = z.string().check(
  // What does not even look like a day is told so once.
  z.regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true }),
  must(isBusinessDay, NO_DAY, { abort: true }),
  z.meta({
    id: 'Day',
    format: 'date',
    pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$',
    description: `Calendar day in Viet Nam, from ${FIRST_DAY} to ${LAST_DAY}`,
    examples: ['2026-11-24'],
  }),
);

/** The day a paper was issued. */
export const IssuedOnSchema = DaySchema.check(
  must((day) => day >= FIRST_DECISION_DAY, TOO_OLD),
  z.meta({
    id: 'IssuedOn',
    pattern: '^(19(4[5-9]|[5-9]\\d)|2[01]\\d{2})-\\d{2}-\\d{2}$',
    description: `Day a decision was issued, from ${FIRST_DECISION_DAY} on`,
    examples: ['2026-01-10'],
  }),
);

const NO_INSTANT: Text = {
  vi: 'Không phải thời điểm RFC 3339 như 2026-11-24T09:30:00+07:00 (trong địa chỉ, dấu + viết là %2B); không nhận giây nhuận',
  en: 'Is no instant of RFC 3339 such as 2026-11-24T09:30:00+07:00 (in an address, + is %2B); leap seconds are not taken',
};

/** The forms that are taken, on days of the calendar here. */
const INSTANT_PATTERN = String.raw`^(19|20|21)\d{2}-\d{2}-\d{2}[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$`;

/** Taken in any form of RFC 3339, kept in one: what is equal is the same text. */
export const InstantSchema = z.string().check(
  z.overwrite((text) => instantOf(text) ?? text),
  must((text) => instantOf(text) !== null, NO_INSTANT),
  z.meta({
    id: 'Instant',
    format: 'date-time',
    pattern: INSTANT_PATTERN,
    description: 'Instant of RFC 3339; answered in UTC with milliseconds',
    examples: ['2026-11-24T02:30:00.000Z'],
  }),
);

export const CommuneIdSchema = z.string().check(
  z.regex(COMMUNE_ID_PATTERN),
  z.meta({
    id: 'CommuneId',
    description: 'Commune, ward or special zone: official code and the year its validity began',
    examples: ['06652-2025'],
  }),
);

export const AreaIdSchema = z.string().check(
  z.regex(AREA_ID_PATTERN),
  z.meta({
    id: 'AreaId',
    description: 'Province, former district or commune',
    examples: ['22', '06652-2025'],
  }),
);

/** Ids are made by the client before the first try, so that a retry is the same act. */
export const IdSchema = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9-]{2,47}$/),
  z.meta({
    id: 'Id',
    description: 'Identity made by the caller: lower-case letters, digits and hyphens, 3 to 48 characters',
    examples: ['hh-06652-000123'],
  }),
);

/** A programme, standard, organisation or investor is known by a readable slug. */
export const SlugSchema = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9-]{1,63}$/),
  z.meta({
    id: 'Slug',
    description: 'Readable identity of a reference record',
    examples: ['job-creation'],
  }),
);

const NO_LINE: Text = {
  vi: 'Cần một dòng chữ đọc được, không có ký tự điều khiển hay ký tự đổi chiều chữ',
  en: 'Must be a line that can be read, without control characters and marks that turn its direction',
};

/** One line of text a person wrote, of at most so many characters, kept as `asWritten` says. */
export function lineOf(longest: number) {
  return z.string().check(
    z.overwrite(asWritten),
    must(isLine, NO_LINE, { abort: true }),
    z.maxLength(longest),
    // The example is there because documents would make one up from the pattern, which nobody could read.
    z.meta({ minLength: 1, pattern: PLAIN_LINE_PATTERN, examples: ['Quảng Ninh'] }),
  );
}

export const ShortTextSchema = lineOf(200).check(
  z.meta({ id: 'ShortText', description: 'A line of 1 to 200 characters' }),
);

export const TextSchema = z
  .object({ vi: z.string(), en: z.string() })
  .check(z.meta({ id: 'Text', description: 'Vietnamese and English' }));

export const ConfidenceSchema = z.enum(['verified', 'verified-secondary', 'memory']).check(
  z.meta({
    id: 'Confidence',
    description:
      'How sure the platform is of a legal fact: seen in the instrument, second hand, or to be confirmed',
  }),
);

const LegalDaySchema = z.string().check(
  z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { abort: true }),
  must((text) => isBusinessDay(`${text}-01-01`.slice(0, 10)), NO_DAY, { abort: true }),
  must((text) => text >= FIRST_DECISION_DAY.slice(0, 4), TOO_OLD),
  z.meta({
    id: 'LegalDay',
    pattern: '^(19(4[5-9]|[5-9]\\d)|2[01]\\d{2})(-\\d{2}(-\\d{2})?)?$',
    description: 'Day, or only the month or year where no more is known',
    examples: ['2026-01-15'],
  }),
);

export const LegalSourceSchema = z
  .strictObject({
    instrument: lineOf(300),
    issuedOn: z.nullable(LegalDaySchema),
    effectiveOn: z.nullable(LegalDaySchema),
    confidence: ConfidenceSchema,
  })
  .check(z.meta({ id: 'LegalSource', description: 'The instrument a rule comes from' }));

export const DecisionSchema = z
  .strictObject({
    number: lineOf(80),
    issuedOn: IssuedOnSchema,
    issuer: ShortTextSchema,
  })
  .check(z.meta({ id: 'Decision', description: 'A decision or resolution by number, day and issuer' }));

export type Decision = z.infer<typeof DecisionSchema>;

export const CursorQuerySchema = {
  /** Token of the next page, from `next` of the page before. */
  cursor: z.optional(z.string().check(z.regex(/^[\w-]+$/), z.maxLength(1000))),
  /** Rows a page, 1 to 50; 20 when absent. */
  limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-4]\d|50)$/))),
};

/** A page of rows and the opaque token of the next one. */
export function pageOf<T extends z.core.$ZodType>(row: T) {
  return z.object({ items: z.array(row), next: z.nullable(z.string()) });
}

/** The answer of a command: what now is, at which version. */
export const AcceptedSchema = z
  .object({ id: z.string(), version: z.int(), status: z.optional(z.string()) })
  .check(z.meta({ id: 'Accepted', description: 'The thing acted on and its version after the act' }));

/** The answer of a PUT of reference data. */
export const RevisedSchema = z.object({ id: z.string(), revision: z.int(), unchanged: z.boolean() }).check(
  z.meta({
    id: 'Revised',
    description: 'The record and its revision; unchanged when the content was known',
  }),
);

export type Accepted = z.infer<typeof AcceptedSchema>;

export type Revised = z.infer<typeof RevisedSchema>;
