import { YEAR_FIGURES } from '../domain/closing.ts';
import type { YearFigures } from '../domain/closing.ts';

export function yearToWire(figures: YearFigures): Record<keyof YearFigures, string> {
  return Object.fromEntries(YEAR_FIGURES.map((name) => [name, figures[name].toString()])) as Record<
    keyof YearFigures,
    string
  >;
}
