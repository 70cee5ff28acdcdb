import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import type {
  AreaContent,
  AreaStore,
  Revised,
  RuleStore,
  RulesContent,
  StandardContent,
  StandardStore,
} from './ports.ts';

const refuse = errorsOf(COMMON_ERRORS);

/**
 * Reference records are put whole under their natural key: the same content changes nothing, other content is a
 * new revision. Each verb checks what one field says about another and throws `input-malformed` (400).
 */

export function recordArea(areas: AreaStore, areaId: string, content: AreaContent): Promise<Revised> {
  assertAll([
    ...sameAsPath(areaId, content.areaId, '/areaId'),
    ...(areaId.split('-')[0] === content.code ? [] : [{ pointer: '/code', detail: OTHER_CODE }]),
    ...endsBeforeItBegins(content.validFrom, content.validTo, '/validTo'),
    ...content.flags.flatMap(({ from, to }, index) => endsBeforeItBegins(from, to, `/flags/${index}/to`)),
  ]);
  return areas.put(content);
}

export function recordPovertyStandard(
  standards: StandardStore,
  standardId: string,
  content: StandardContent,
): Promise<Revised> {
  assertAll([
    ...sameAsPath(standardId, content.standardId, '/standardId'),
    ...endsBeforeItBegins(content.from, content.to, '/to'),
  ]);
  return standards.put(content);
}

export function recordEligibilityRules(
  rules: RuleStore,
  programmeId: string,
  content: RulesContent,
): Promise<Revised> {
  assertAll([
    ...sameAsPath(programmeId, content.programmeId, '/programmeId'),
    ...content.versions.flatMap(({ from, to }, index) =>
      endsBeforeItBegins(from, to, `/versions/${index}/to`),
    ),
    ...overlaps(content.versions),
  ]);
  return rules.put(content);
}

const OTHER_ID = { vi: 'Khác với mã trên đường dẫn', en: 'Differs from the id in the path' };
const OTHER_CODE = { vi: 'Khác với mã trong areaId', en: 'Differs from the code in areaId' };
const BACKWARDS = { vi: 'Kết thúc trước khi bắt đầu', en: 'Ends before it begins' };
const OVERLAP = {
  vi: 'Chồng lên giai đoạn khác: mỗi ngày chỉ có một phiên bản hiệu lực',
  en: 'Overlaps another period: one version is in force on a day',
};

function assertAll(fields: readonly FieldError[]): void {
  if (fields.length > 0) throw refuse('input-malformed', {}, fields);
}

function sameAsPath(inPath: string, inBody: string, pointer: string): FieldError[] {
  return inPath === inBody ? [] : [{ pointer, detail: OTHER_ID }];
}

function endsBeforeItBegins(from: string | null, to: string | null, pointer: string): FieldError[] {
  return from !== null && to !== null && to < from ? [{ pointer, detail: BACKWARDS }] : [];
}

function overlaps(periods: readonly { readonly from: string; readonly to: string | null }[]): FieldError[] {
  return periods.flatMap(({ from }, index) => {
    const inside = periods.some(
      (other, at) => at !== index && other.from <= from && (other.to === null || from <= other.to),
    );
    return inside ? [{ pointer: `/versions/${index}/from`, detail: OVERLAP }] : [];
  });
}
