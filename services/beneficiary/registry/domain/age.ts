import { addMonths } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';

/** Civil Code 2015, article 20: an adult is a person of 18 years or more. */
const ADULT_MONTHS = 18 * 12;

/** Whether a person born on a day is an adult on another, the birthday itself included. */
export function isAdult(birthDate: BusinessDay, on: BusinessDay): boolean {
  return addMonths(birthDate, ADULT_MONTHS) <= on;
}
