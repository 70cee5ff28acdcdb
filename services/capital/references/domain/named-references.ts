import { REFERENCE_ERRORS } from '#shared/contracts/capital/references/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { DomainError, FieldError } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';
import { referenceName, standingOn } from './reference.ts';
import type { KnownReferences, ReferenceKind, ReferenceName, Standing } from './reference.ts';

const refuse = errorsOf(REFERENCE_ERRORS);

/** An id in the input of an act. */
export interface NamedReference extends ReferenceName {
  readonly pointer: string;
  /** The line it stands in, from 0; null when the input is none of lines. */
  readonly line: number | null;
  /**
   * Money may only be put where something is in force; it can be taken from, and reported of, what has ended;
   * and a forecast may look ahead to what has not begun.
   */
  readonly needs: 'in-force' | 'begun' | 'known';
}

/** An id that does not do, and what people are told of it. */
export interface Stranger {
  readonly code: keyof typeof REFERENCE_ERRORS;
  readonly line: number | null;
  readonly field: FieldError;
}

export function strangersAmong(
  named: readonly NamedReference[],
  known: KnownReferences,
  day: string,
): Stranger[] {
  return named.flatMap((one) => {
    const standing = standingOn(known.get(referenceName(one)) ?? null, day);
    if (doesDo(standing, one.needs)) return [];
    const code = standing.kind === 'unknown' ? 'reference-unknown' : 'reference-not-in-force';
    return [{ code, line: one.line, field: { pointer: one.pointer, detail: detailOf(one, standing, day) } }];
  });
}

/**
 * The refusal of an act that names strangers, with every field that is wrong: `reference-unknown` (409) while one of
 * them is unknown, `reference-not-in-force` (422) otherwise.
 */
export function strangersRefused(
  strangers: readonly Stranger[],
  fields: readonly FieldError[] = strangers.map(({ field }) => field),
): DomainError {
  const isUnknown = strangers.some(({ code }) => code === 'reference-unknown');
  const code = isUnknown ? 'reference-unknown' : 'reference-not-in-force';
  return refuse(code, { references: strangers.length }, fields);
}

/** Whatever a proposal names was known when it was made: what does not do when it is decided is not in force. */
export function whenDecided(strangers: readonly Stranger[]): Stranger[] {
  return strangers.map((one) => ({ ...one, code: 'reference-not-in-force' }));
}

function doesDo({ kind }: Standing, needs: NamedReference['needs']): boolean {
  switch (needs) {
    case 'in-force':
      return kind === 'in-force';
    case 'begun':
      return kind === 'in-force' || kind === 'ended';
    case 'known':
      return kind !== 'unknown';
  }
}

const KINDS: Readonly<Record<ReferenceKind, Text>> = {
  programme: { vi: 'chương trình', en: 'programme' },
  area: { vi: 'địa bàn', en: 'area' },
};

/** Lines are counted from 1 for people, from 0 in pointers. */
function detailOf({ kind, id, line }: NamedReference, standing: Standing, day: string): Text {
  const words = KINDS[kind];
  const told = toldOf(standing, day);
  return {
    vi: `${line === null ? '' : `Dòng ${line + 1}: `}${words.vi} ${id} ${told.vi}`,
    en: `${line === null ? '' : `Line ${line + 1}: `}${words.en} ${id} ${told.en}`,
  };
}

function toldOf(standing: Standing, day: string): Text {
  switch (standing.kind) {
    case 'unknown':
      return {
        vi: 'phân hệ vốn chưa biết: mã sai, hoặc mới được ghi nhận và chưa tới đây; kiểm tra mã, gửi lại sau giây lát',
        en: 'is not known to the capital service: the id is wrong, or it was recorded just now and has not arrived yet; check it, send again shortly',
      };
    case 'ended':
      return standing.on === null
        ? { vi: `đã đóng, không nhận vốn vào ngày ${day}`, en: `is closed and takes no capital on ${day}` }
        : {
            vi: `đã kết thúc ngày ${standing.on}, không còn hiệu lực vào ngày ${day}`,
            en: `ended on ${standing.on} and is not in force on ${day}`,
          };
    default:
      return standing.kind === 'not-begun' && standing.from !== null
        ? {
            vi: `bắt đầu từ ngày ${standing.from}, chưa có hiệu lực vào ngày ${day}`,
            en: `begins on ${standing.from} and is not in force on ${day}`,
          }
        : { vi: `chưa có hiệu lực vào ngày ${day}`, en: `is not in force on ${day}` };
  }
}
