import type { FieldError } from '#shared/domain/errors.ts';
import type { QuotaLine } from './quota-lines.ts';

/** What people are told of a line that goes beyond a limit: the field of it, and by how much. */

interface Numbered {
  readonly line: number;
  readonly amount: bigint;
}

/** Lines are counted from 1 for people, from 0 in pointers. */
const named = ({ line }: Pick<QuotaLine, 'line'>) => ({ vi: `Dòng ${line + 1}`, en: `Line ${line + 1}` });

export function recallExceeds(line: Numbered, available: bigint): FieldError {
  const missing = line.amount - available;
  const { vi, en } = named(line);
  return {
    pointer: `/lines/${line.line}/amount`,
    detail: {
      vi: `${vi}: thu hồi ${line.amount} đồng nhưng chỉ còn khả dụng ${available} đồng, thiếu ${missing} đồng`,
      en: `${en}: recalls ${line.amount} đồng of ${available} available, ${missing} too many`,
    },
  };
}

export function allocationExceeds(line: Numbered, left: bigint): FieldError {
  const missing = line.amount - left;
  const { vi, en } = named(line);
  return {
    pointer: `/lines/${line.line}/amount`,
    detail: {
      vi: `${vi}: giao ${line.amount} đồng nhưng nguồn chỉ còn ${left} đồng chưa phân bổ, thiếu ${missing} đồng`,
      en: `${en}: allocates ${line.amount} đồng where the source has ${left} left to allocate, ${missing} too many`,
    },
  };
}

export function repeatsLine(line: Numbered, first: number): FieldError {
  const { vi, en } = named(line);
  return {
    pointer: `/lines/${line.line}`,
    detail: {
      vi: `${vi}: trùng chương trình, địa bàn và loại với dòng ${first + 1}`,
      en: `${en}: same kind, programme and area as line ${first + 1}`,
    },
  };
}

export function samePlace(line: Numbered): FieldError {
  const { vi, en } = named(line);
  return {
    pointer: `/lines/${line.line}/to`,
    detail: { vi: `${vi}: nơi chuyển đi và nơi nhận là một`, en: `${en}: moves to where it comes from` },
  };
}

/** The day of a decision against its paper and its source; both may be violated. */
export function dayViolations(
  lastEntryOn: string,
  { effectiveOn, issuedOn }: { readonly effectiveOn: string; readonly issuedOn: string },
): FieldError[] {
  const fields: FieldError[] = [];
  if (effectiveOn < issuedOn) {
    fields.push({
      pointer: '/decision/issuedOn',
      detail: {
        vi: `Ngày hiệu lực ${effectiveOn} trước ngày ban hành quyết định ${issuedOn}`,
        en: `The effective day ${effectiveOn} is before the decision is issued, ${issuedOn}`,
      },
    });
  }
  if (effectiveOn < lastEntryOn) {
    fields.push({
      pointer: '/effectiveOn',
      detail: {
        vi: `Ngày hiệu lực ${effectiveOn} trước bút toán gần nhất của nguồn vốn, ngày ${lastEntryOn}`,
        en: `The effective day ${effectiveOn} is before the last entry of the source, ${lastEntryOn}`,
      },
    });
  }
  return fields;
}
