import type { JournalLine } from './ports.ts';

/** The line of an entry that a source keeps itself. */
export function lineOfSource(sourceId: string, postings: JournalLine['postings']): JournalLine {
  return { sourceId, programmeId: null, communeId: null, loanId: null, postings };
}
