import type { Bus } from './bus.ts';
import type { Narrator } from './narrator.ts';
import type { StoryDays } from './steps/calendar.ts';
import type { Stage } from './steps/stage.ts';

/** A story being told: where, on which days, and to whom. */
export interface Story {
  readonly stage: Stage;
  readonly bus: Bus;
  readonly tell: Narrator;
  readonly days: StoryDays;
}

/** What the leaf may lend and what the household borrows, đồng. */
export const QUOTA = '100000000';
export const LENT = '60000000';
