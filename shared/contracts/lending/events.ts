import { GROUP_EVENTS } from '#shared/contracts/lending/groups/events.ts';
import { LOAN_EVENTS } from '#shared/contracts/lending/loans/events.ts';
import { ReferenceRevised } from '#shared/contracts/lending/programmes/events.ts';
import { LIST_EVENTS } from '#shared/contracts/lending/requests/events.ts';

export const LENDING_EVENTS = [ReferenceRevised, ...GROUP_EVENTS, ...LIST_EVENTS, ...LOAN_EVENTS] as const;
