/**
 * Faults that can be switched on with a seed. Whether one strikes depends only on the seed, the fault, its place
 * and how often that place was passed before, so interleaving of other work does not change the outcome.
 */
import { createHash } from 'node:crypto';

export const FAULT_KINDS = [
  'duplicate',
  'reorder',
  'delay',
  'fail-before',
  'fail-after-commit',
  'throttle',
  'conflict',
  'kill',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultRule {
  readonly kind: FaultKind;
  /** 0 never … 1 always. */
  readonly probability: number;
  /** Only where the function's id contains this text. For deliveries: the queue or pipe name. */
  readonly where?: string;
  /** Only for this action, e.g. `dynamodb:TransactWriteItems`, `lambda:Invoke`, `sqs:Deliver`, `pipe:Deliver`. */
  readonly action?: string;
  /** Strikes at most this many times. */
  readonly limit?: number;
}

export interface FaultSettings {
  readonly seed: number;
  readonly rules: readonly FaultRule[];
}

export interface FaultPlace {
  /** Function id, queue name or pipe name. */
  readonly where: string;
  readonly action: string;
}

export interface Strike {
  readonly kind: FaultKind;
  readonly where: string;
  readonly action: string;
}

export interface Faults {
  readonly settings: FaultSettings;
  /** Replaces all rules and starts counting anew; no rules = off. */
  set(settings: FaultSettings): void;
  clear(): void;
  /** Passes a place: true when this fault strikes here now. */
  strikes(kind: FaultKind, place: FaultPlace): boolean;
  /** How long a struck `delay` lasts, in milliseconds, the same for the same seed and turn. */
  delayMs(place: FaultPlace): number;
  /** The same items in a seeded other order when `reorder` strikes, else as they are. */
  reordered<T>(items: readonly T[], place: FaultPlace): readonly T[];
  /** What struck so far, oldest first, at most the last 500. */
  readonly struck: readonly Strike[];
}

const KEPT = 500;
const LONGEST_DELAY_MS = 400;

export function createFaults(initial: FaultSettings = { seed: 1, rules: [] }): Faults {
  let settings = initial;
  let turns = new Map<string, number>();
  let hits = new Map<FaultRule, number>();
  const struck: Strike[] = [];

  const turn = (name: string): number => {
    const next = (turns.get(name) ?? 0) + 1;
    turns.set(name, next);
    return next;
  };
  const draw = (purpose: string, place: FaultPlace): number => {
    const name = `${purpose}|${place.where}|${place.action}`;
    return unit(`${settings.seed}|${name}|${turn(name)}`);
  };
  const set = (next: FaultSettings): void => {
    settings = next;
    turns = new Map();
    hits = new Map();
  };
  const strikes = (kind: FaultKind, place: FaultPlace): boolean => {
    const rule = settings.rules.find((candidate) => applies(candidate, kind, place, hits));
    if (rule === undefined || draw(kind, place) >= rule.probability) return false;
    hits.set(rule, (hits.get(rule) ?? 0) + 1);
    struck.push({ kind, ...place });
    if (struck.length > KEPT) struck.shift();
    return true;
  };

  return {
    get settings() {
      return settings;
    },
    set,
    clear: () => {
      set({ seed: settings.seed, rules: [] });
    },
    strikes,
    delayMs: (place) => 1 + Math.floor(draw('delay-length', place) * LONGEST_DELAY_MS),
    reordered: (items, place) => {
      if (items.length < 2 || !strikes('reorder', place)) return items;
      return items
        .map((item) => ({ item, rank: draw('order', place) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
    },
    struck,
  };
}

function applies(
  rule: FaultRule,
  kind: FaultKind,
  place: FaultPlace,
  hits: ReadonlyMap<FaultRule, number>,
): boolean {
  if (rule.kind !== kind) return false;
  if (rule.where !== undefined && !place.where.includes(rule.where)) return false;
  if (rule.action !== undefined && rule.action !== place.action) return false;
  return rule.limit === undefined || (hits.get(rule) ?? 0) < rule.limit;
}

/** A number in [0, 1) that is a pure function of the text. */
function unit(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
