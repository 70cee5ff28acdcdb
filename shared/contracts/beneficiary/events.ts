import { AreaChanged, ReferenceRevised } from '#shared/contracts/beneficiary/areas/events.ts';
import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { HouseholdClassified, HouseholdRegistered } from '#shared/contracts/beneficiary/registry/events.ts';

export const BENEFICIARY_EVENTS = [
  AreaChanged,
  ReferenceRevised,
  HouseholdRegistered,
  HouseholdClassified,
  EligibilityDecided,
] as const;
