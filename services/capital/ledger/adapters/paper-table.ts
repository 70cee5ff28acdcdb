import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import type { Key } from '#shared/data/stored.ts';
import { addToItem, markItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { canonical } from '#shared/domain/canonical.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { paperName } from '../domain/paper.ts';
import type { BookedPaper, Paper } from '../domain/paper.ts';
import { sourceKey } from './capital-table.ts';
import { sha256 } from './digest.ts';

/**
 * Which papers of a source are booked: one item each beside the source, with how many records of it stand and the
 * newest of them. Its condition is part of the transaction that books the paper, so two who type it in at once cannot
 * both succeed.
 */
const paperKey = (paper: Paper): Key => ({
  pk: sourceKey(paper.sourceId).pk,
  sk: `PAPER#${sha256(canonical(paperName(paper)))}`,
});

/** Books a paper. Refused with `looks-like-a-duplicate` (409) while a record of it stands, unless it is another one. */
export function bookPaper({ paper, record, isAnother }: BookedPaper, by: string): Write {
  return markItem(
    paperKey(paper),
    { count: 'standing', most: isAnother ? null : 0 },
    { record: { ...record, by } },
    (found) => {
      const earlier = found?.['record'];
      const { number, day, amounts } = paper;
      return new DomainError(LEDGER_ERRORS, 'looks-like-a-duplicate', {
        document: number,
        day,
        amount: amounts.join(' / '),
        ...(typeof earlier === 'object' ? earlier : {}),
      });
    },
  );
}

/** One record of the paper no longer stands. */
export function freePaper(paper: Paper): Write {
  return addToItem(paperKey(paper), { standing: -1n });
}
