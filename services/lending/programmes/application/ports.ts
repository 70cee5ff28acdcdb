import type { Bodies } from '#lending/loans/application/ports.ts';

export type ProgrammeContent = Bodies['putProgramme'];

export type OrganisationContent = Bodies['putOrganisation'];

/** The dated records of law; a PUT of known content changes nothing. */
export interface ReferenceStore {
  putProgramme(programmeId: string, content: ProgrammeContent): Promise<Revision>;
  putOrganisation(organisationId: string, content: OrganisationContent): Promise<Revision>;
}

export interface Revision {
  readonly id: string;
  readonly revision: number;
  readonly unchanged: boolean;
}
