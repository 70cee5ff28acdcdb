import { AreaChanged } from '#shared/contracts/beneficiary/areas/events.ts';
import { EligibilityDecided, ReferenceRevised } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { HouseholdClassified, HouseholdRegistered } from '#shared/contracts/beneficiary/registry/events.ts';
import { STANDARD_EVENTS } from '#shared/contracts/beneficiary/standards/events.ts';

export const BENEFICIARY_EVENTS = [
  AreaChanged,
  ...STANDARD_EVENTS,
  HouseholdRegistered,
  HouseholdClassified,
  ReferenceRevised,
  EligibilityDecided,
] as const;
