import { REGISTRY_ERRORS } from '#shared/contracts/beneficiary/registry/errors.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';
import { isAdult } from './age.ts';

const refuse = errorsOf(REGISTRY_ERRORS);

export interface Member {
  readonly personId: string;
  readonly birthDate: BusinessDay;
  readonly relation: string;
}

/**
 * Who represents a household, which must be one at any time, whatever changed: one head, at most one spouse of the
 * head, and a representative who is one of its adults on the day. Throws `representative-not-in-household`, `household-head-not-one`,
 * `household-spouse-not-one`, `representative-not-adult` (422), naming every member concerned.
 */
export function representativeOf<P extends Member>(
  persons: readonly P[],
  representativeId: string,
  on: BusinessDay,
): P {
  const heads = indexesOf(persons, 'head');
  const at = persons.findIndex(({ personId }) => personId === representativeId);
  const representative = persons[at];
  if (!representative) throw refuse('representative-not-in-household', { representativeId });
  if (heads.length === 0)
    throw refuse('household-head-not-one', {}, [{ pointer: '/persons', detail: NO_HEAD }]);
  if (heads.length > 1)
    throw refuse(
      'household-head-not-one',
      {},
      heads.map((index) => relationOf(index, ONE_HEAD)),
    );
  const spouses = indexesOf(persons, 'spouse');
  if (spouses.length > 1) {
    throw refuse(
      'household-spouse-not-one',
      {},
      spouses.map((index) => relationOf(index, ONE_SPOUSE)),
    );
  }
  const { birthDate } = representative;
  if (!isAdult(birthDate, on)) {
    const detail = { vi: `Chưa đủ 18 tuổi vào ngày ${on}`, en: `Under 18 on ${on}` };
    throw refuse('representative-not-adult', { representativeId, birthDate }, [
      { pointer: `/persons/${at}/birthDate`, detail },
    ]);
  }
  return representative;
}

function indexesOf(persons: readonly Member[], relation: string): number[] {
  return persons.flatMap((person, index) => (person.relation === relation ? [index] : []));
}

function relationOf(index: number, detail: Text): FieldError {
  return { pointer: `/persons/${index}/relation`, detail };
}

const NO_HEAD: Text = { vi: 'Chưa có chủ hộ', en: 'Nobody is the head' };
const ONE_HEAD: Text = { vi: 'Chỉ một người là chủ hộ', en: 'Only one person is the head' };
const ONE_SPOUSE: Text = {
  vi: 'Chỉ một người là vợ hoặc chồng của chủ hộ',
  en: 'Only one person is the spouse of the head',
};
