import type { CalculationBody } from '#shared/contracts/lending/engine/views.ts';
import { businessDay, dayNumber } from '#shared/domain/business-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import type { Question } from '../domain/answers/question.ts';
import type { Fact } from '../domain/facts/facts.ts';
import { factsContradict, termsContradict } from '../domain/refusals.ts';
import type { LoanTerms, RateStep } from '../domain/terms/terms.ts';

type Terms = CalculationBody['terms'];

type WireFact = CalculationBody['facts'][number];

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

function factOf(fact: WireFact): Fact {
  const recorded = { recordedAt: fact.recordedAt };
  switch (fact.type) {
    case 'disbursement':
      return { type: fact.type, id: fact.id, on: day(fact.on), amount: Number(fact.amount), ...recorded };
    case 'payment':
    case 'waiver':
    case 'recovery':
      return {
        type: fact.type,
        id: fact.id ?? '',
        on: day(fact.on),
        amount: Number(fact.amount),
        ...recorded,
      };
    case 'reversal':
      return { type: fact.type, target: fact.target, on: day(fact.on), ...recorded };
    case 'rate-change':
      return { type: fact.type, rate: parseRate(fact.percentPerYear), on: day(fact.on), ...recorded };
    case 'interest-pause':
    case 'due-date-move':
      return {
        type: fact.type,
        on: fact.on === undefined ? undefined : day(fact.on),
        from: day(fact.from),
        to: day(fact.to),
        ...recorded,
      };
    case 'instalment-adjustment':
      return { type: fact.type, on: day(fact.on), from: day(fact.from), to: day(fact.to), ...recorded };
    case 'extension':
    case 'rollover':
      return { type: fact.type, on: day(fact.on), to: day(fact.to), ...recorded };
    case 'first-due-set':
      return { type: fact.type, on: day(fact.on), due: day(fact.due), ...recorded };
    case 'freeze':
      return { type: fact.type, on: day(fact.on), until: dayOrNull(fact.until), ...recorded };
    case 'write-off':
    case 'freeze-end':
    case 'representative-change':
    case 'transfer':
      return { type: fact.type, on: day(fact.on), ...recorded };
  }
}

/** A reversal must mean one fact. */
function assertIdsOnce(facts: readonly WireFact[]): void {
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
