import * as z from 'zod/mini';
import { ORGANISATION, PROGRAMME } from '#lending/table-map.ts';
import { ConfidenceSchema } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { DataOf } from '#shared/contracts/event.ts';
import { ReferenceRevised } from '#shared/contracts/lending/programmes/events.ts';
import { CeilingSchema, ProgrammeBodySchema } from '#shared/contracts/lending/programmes/views.ts';
import type { Act } from '#shared/data/act.ts';
import { getReference, listReferences, putReference } from '#shared/data/reference.ts';
import type { Table } from '#shared/data/table.ts';
import type { ReferenceStore } from '../application/ports.ts';
import type { Programme } from '../domain/programme.ts';

const ProgrammeSummarySchema = z.object({
  programmeId: z.string(),
  coreCode: z.nullable(z.string()),
  nameVi: z.string(),
  nameEn: z.string(),
  status: z.enum(['open', 'closed']),
  /** The figures of every version, so that the list answers for any day. */
  terms: z.array(
    z.object({
      from: z.string(),
      to: z.nullable(z.string()),
      ratePerYear: z.nullable(z.string()),
      maxAmount: z.nullable(CeilingSchema),
      maxTermMonths: z.nullable(z.int()),
      confidence: ConfidenceSchema,
    }),
  ),
});

const OrganisationSummarySchema = z.object({
  organisationId: z.string(),
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
});

export function openReferenceStore(table: Table, act: Act): ReferenceStore {
  return {
    putProgramme(programmeId, content) {
      const { coreCode, nameVi, nameEn, status, versions } = content;
      const terms = versions.map(({ from, to, ratePerYear, maxAmount, maxTermMonths, confidence }) => ({
        ...{ from, to, ratePerYear, maxAmount, maxTermMonths, confidence },
      }));
      const lends = { status, periods: versions.map(({ from, to }) => ({ from, to })) };
      return putReference(table, act, {
        kind: PROGRAMME,
        id: programmeId,
        content,
        summary: { programmeId, coreCode, nameVi, nameEn, status, terms },
        draft: (revision) => revised(act, { kind: 'programme', id: programmeId, revision, lends }),
      });
    },

    putOrganisation(organisationId, content) {
      const { code, nameVi, nameEn } = content;
      return putReference(table, act, {
        kind: ORGANISATION,
        id: organisationId,
        content,
        summary: { organisationId, code, nameVi, nameEn },
        sort: `${code}#${organisationId}`,
        draft: (revision) =>
          revised(act, { kind: 'organisation', id: organisationId, revision, lends: null }),
      });
    },
  };
}

function revised(act: Act, data: DataOf<typeof ReferenceRevised>) {
  return draftEvent({
    event: ReferenceRevised,
    subject: `${data.kind}/${data.id}`,
    aggregateVersion: data.revision,
    communeId: null,
    effectiveOn: act.today,
    data,
  });
}

interface Paging {
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export function findProgramme(table: Table, programmeId: string) {
  return getReference(table, PROGRAMME, programmeId, ProgrammeBodySchema);
}

export function listProgrammes(table: Table, paging: Paging) {
  return listReferences(table, PROGRAMME, ProgrammeSummarySchema, paging);
}

export function listOrganisations(table: Table, paging: Paging) {
  return listReferences(table, ORGANISATION, OrganisationSummarySchema, paging);
}

/** What a decision rests on, read for one act. */
export async function readProgramme(table: Table, programmeId: string): Promise<Programme | null> {
  const programme = await getReference(table, PROGRAMME, programmeId, ProgrammeBodySchema);
  return programme?.content ?? null;
}

export async function hasOrganisation(table: Table, organisationId: string): Promise<boolean> {
  return (await getReference(table, ORGANISATION, organisationId, z.unknown())) !== null;
}
