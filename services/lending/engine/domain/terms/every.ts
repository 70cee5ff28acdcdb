import type { Every } from './terms.ts';

export interface Step {
  readonly unit: 'day' | 'month';
  readonly count: number;
}

/** A rhythm in days or in months. */
export function stepOf({ n, unit }: Every): Step {
  switch (unit) {
    case 'day':
      return { unit: 'day', count: n };
    case 'week':
      return { unit: 'day', count: n * 7 };
    case 'month':
      return { unit: 'month', count: n };
    case 'year':
      return { unit: 'month', count: n * 12 };
  }
}
