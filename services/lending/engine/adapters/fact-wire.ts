import type { CalculationFact } from '#shared/contracts/lending/engine/facts.ts';
import { businessDay, businessDayOfNumber, dayNumber } from '#shared/domain/business-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import { formatRate, parseRate } from '#shared/domain/rate.ts';
import type { Fact } from '../domain/facts/facts.ts';

/** Facts of the engine as others read and write them: amounts as decimal strings, days YYYY-MM-DD, rates per cent. */

const day = (text: string): DayNumber => dayNumber(businessDay(text));

const dayOrNull = (text: string | null): DayNumber | null => (text === null ? null : day(text));

export function factOf(fact: CalculationFact): Fact {
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

const written = businessDayOfNumber;

export function factToWire(fact: Fact): CalculationFact {
  const recorded = fact.recordedAt === undefined ? {} : { recordedAt: fact.recordedAt };
  switch (fact.type) {
    case 'disbursement':
    case 'payment':
    case 'waiver':
    case 'recovery': {
      const { type, id, amount } = fact;
      const named = id === undefined || id === '' ? {} : { id };
      return { type, ...named, on: written(fact.on), amount: String(amount), ...recorded };
    }
    case 'reversal':
      return { type: fact.type, target: fact.target, on: written(fact.on), ...recorded };
    case 'rate-change':
      return { type: fact.type, percentPerYear: formatRate(fact.rate), on: written(fact.on), ...recorded };
    case 'interest-pause':
    case 'due-date-move': {
      const { type, on, from, to } = fact;
      const decided = on === undefined ? {} : { on: written(on) };
      return { type, ...decided, from: written(from), to: written(to), ...recorded };
    }
    case 'instalment-adjustment': {
      const { type, on, from, to } = fact;
      return { type, on: written(on), from: written(from), to: written(to), ...recorded };
    }
    case 'extension':
    case 'rollover':
      return { type: fact.type, on: written(fact.on), to: written(fact.to), ...recorded };
    case 'first-due-set':
      return { type: fact.type, on: written(fact.on), due: written(fact.due), ...recorded };
    case 'freeze': {
      const until = fact.until === null ? null : written(fact.until);
      return { type: fact.type, on: written(fact.on), until, ...recorded };
    }
    case 'write-off':
    case 'freeze-end':
    case 'representative-change':
    case 'transfer':
      return { type: fact.type, on: written(fact.on), ...recorded };
  }
}
