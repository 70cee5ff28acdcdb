import { assertSound } from '../domain/programme.ts';
import type { OrganisationContent, ProgrammeContent, ReferenceStore, Revision } from './ports.ts';

/**
 * A programme is recorded with every version the law gave it.
 * 1. Versions do not overlap and their overdue rates can be held exactly.
 * 2. Known content changes nothing; other content is a new revision beside the old.
 */
export function putProgramme(
  references: ReferenceStore,
  programmeId: string,
  content: ProgrammeContent,
): Promise<Revision> {
  assertSound(content);
  return references.putProgramme(programmeId, content);
}

/** An entrusted organisation is recorded; known content changes nothing. */
export function putOrganisation(
  references: ReferenceStore,
  organisationId: string,
  content: OrganisationContent,
): Promise<Revision> {
  return references.putOrganisation(organisationId, content);
}
