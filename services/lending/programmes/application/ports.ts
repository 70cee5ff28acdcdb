import type { BodyOf } from '#shared/contracts/route.ts';
import type { REFERENCE_ROUTES } from '#shared/contracts/lending/programmes/routes.ts';

export type ProgrammeContent = BodyOf<typeof REFERENCE_ROUTES.putProgramme>;

export type OrganisationContent = BodyOf<typeof REFERENCE_ROUTES.putOrganisation>;

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
