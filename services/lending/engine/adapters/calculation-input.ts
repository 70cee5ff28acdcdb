import type { CalculationFact } from '#shared/contracts/lending/engine/facts.ts';
import type { CalculationBody } from '#shared/contracts/lending/engine/views.ts';
import { businessDay, dayNumber } from '#shared/domain/business-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import type { Question } from '../domain/answers/question.ts';
import { factOf } from './fact-wire.ts';
import { factsContradict, termsContradict } from '../domain/refusals.ts';
import type { LoanTerms, RateStep } from '../domain/terms/terms.ts';

type Terms = CalculationBody['terms'];

/** Contract to domain: đồng become safe integers, days numbers, rates exact. */
export function calculationOf(body: CalculationBody): Question {
  const asOf = day(body.asOf);
  assertIdsOnce(body.facts);
  return {
    terms: termsOf(body.terms),
    facts: body.facts.map(factOf),
    asOf,
    knownOn: body.knownOn ?? null,
    payoffOn: body.payoffOn === undefined ? asOf : day(body.payoffOn),
  };
}

const day = (text: string): DayNumber => dayNumber(businessDay(text));

const dayOrNull = (text: string | null): DayNumber | null => (text === null ? null : day(text));

function termsOf(terms: Terms): LoanTerms {
  return {
    ...terms,
    rates: terms.rates.map(rateStepOf),
    baseRates: (terms.baseRates ?? []).map(({ from, percentPerYear }) => ({
      from: dayOrNull(from),
      rate: parseRate(percentPerYear),
    })),
    cuts: (terms.cuts ?? []).map(({ from, to, factor }) => ({
      from: day(from),
      to: day(to),
      factor: parseRate(factor),
    })),
    supports: (terms.supports ?? []).map(({ from, to, percentPerYear, payer }) => ({
      from: day(from),
      to: day(to),
      points: parseRate(percentPerYear),
      payer,
    })),
    overdueRateFactor: parseRate(terms.overdueRateFactor),
    firstDue: dayOrNull(terms.firstDue),
    transactionDays: (terms.transactionDays ?? []).map(({ from, day: fixed }) => ({
      from: dayOrNull(from),
      day: fixed,
    })),
    custom: (terms.custom ?? []).map(({ due, principal }) => ({
      due: day(due),
      principal: Number(principal),
    })),
    principalMultiple: Number(terms.principalMultiple),
    instalmentMultiple: Number(terms.instalmentMultiple),
  };
}

function rateStepOf({ from, percentPerYear, factor }: Terms['rates'][number], index: number): RateStep {
  if ((percentPerYear === undefined) === (factor === undefined)) {
    const pointer = `/rates/${String(index)}`;
    throw termsContradict(`${pointer}/percentPerYear`, `${pointer}/factor`, {
      vi: 'Cho đúng một trong hai: lãi suất hoặc hệ số.',
      en: 'Give exactly one of a rate and a factor.',
    });
  }
  const since = { from: dayOrNull(from) };
  return factor === undefined
    ? { ...since, rate: parseRate(percentPerYear ?? '0') }
    : { ...since, factor: parseRate(factor) };
}

/** A reversal must mean one fact. */
function assertIdsOnce(facts: readonly CalculationFact[]): void {
  const seen = new Set<string>();
  for (const fact of facts) {
    if (!('id' in fact) || fact.id === undefined) continue;
    if (seen.has(fact.id)) {
      throw factsContradict(fact.type, {
        vi: `Mã ${fact.id} dùng hai lần.`,
        en: `The id ${fact.id} is used twice.`,
      });
    }
    seen.add(fact.id);
  }
}
