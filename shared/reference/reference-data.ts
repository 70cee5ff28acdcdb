import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { AreaContentSchema } from '#shared/contracts/beneficiary/areas/views.ts';
import { EligibilityRulesContentSchema } from '#shared/contracts/beneficiary/eligibility/views.ts';
import { PovertyStandardContentSchema } from '#shared/contracts/beneficiary/standards/views.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { SlugSchema } from '#shared/contracts/common.ts';
import { OrganisationBodySchema, ProgrammeBodySchema } from '#shared/contracts/lending/programmes/views.ts';

/**
 * The law and the map as the platform starts with them: units of Decision 19/2025/QĐ-TTg and those before
 * them, programmes with every version, poverty standards, who may borrow, organisations and investors.
 * Each record carries its instrument and how sure it is of it. They reach the services through the API only, so they
 * are read as they are sent.
 */

const ProgrammeRecordSchema = z.extend(ProgrammeBodySchema, { programmeId: SlugSchema });

const OrganisationRecordSchema = z.extend(OrganisationBodySchema, { organisationId: SlugSchema });

const InvestorRecordSchema = z.extend(CAPITAL_ROUTES.putInvestor.body, { investorId: SlugSchema });

export type AreaRecord = z.input<typeof AreaContentSchema>;

export type PovertyStandardRecord = z.input<typeof PovertyStandardContentSchema>;

export type EligibilityRulesRecord = z.input<typeof EligibilityRulesContentSchema>;

export type ProgrammeRecord = z.input<typeof ProgrammeRecordSchema>;

export type OrganisationRecord = z.input<typeof OrganisationRecordSchema>;

export type InvestorRecord = z.input<typeof InvestorRecordSchema>;

export const readAreas = (): readonly AreaRecord[] => read('areas', AreaContentSchema);

export const readPovertyStandards = (): readonly PovertyStandardRecord[] =>
  read('poverty-standards', PovertyStandardContentSchema);

export const readEligibilityRules = (): readonly EligibilityRulesRecord[] =>
  read('eligibility-rules', EligibilityRulesContentSchema);

export const readProgrammes = (): readonly ProgrammeRecord[] => read('programmes', ProgrammeRecordSchema);

export const readOrganisations = (): readonly OrganisationRecord[] =>
  read('organisations', OrganisationRecordSchema);

export const readInvestors = (): readonly InvestorRecord[] => read('investors', InvestorRecordSchema);

function read<S extends z.core.$ZodType>(name: string, schema: S): readonly z.input<S>[] {
  const text = readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8');
  const records = z.array(schema);
  return z.encode(records, z.parse(records, JSON.parse(text)));
}
