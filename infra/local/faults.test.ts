import { describe, expect, it } from 'vitest';

import { createFaults, type FaultPlace, type Faults } from './faults.ts';

const A: FaultPlace = { where: 'dev-lending-http', action: 'dynamodb:TransactWriteItems' };
const B: FaultPlace = { where: 'dev-capital-on-events', action: 'dynamodb:TransactWriteItems' };

const throttled = (faults: Faults, place: FaultPlace, times: number): boolean[] =>
  Array.from({ length: times }, () => faults.strikes('throttle', place));

describe('seeded faults', () => {
  const settings = { seed: 7, rules: [{ kind: 'throttle', probability: 0.3 }] } as const;

  it('strike the same turns for the same seed', () => {
    expect(throttled(createFaults(settings), A, 50)).toEqual(throttled(createFaults(settings), A, 50));
  });

  it('strike other turns for another seed', () => {
    expect(throttled(createFaults(settings), A, 50)).not.toEqual(
      throttled(createFaults({ ...settings, seed: 8 }), A, 50),
    );
  });

  it('do not depend on what happens elsewhere in between', () => {
    const alone = throttled(createFaults(settings), A, 20);
    const faults = createFaults(settings);
    const interleaved = alone.map(() => {
      throttled(faults, B, 3);
      return faults.strikes('throttle', A);
    });
    expect(interleaved).toEqual(alone);
  });

  it('strike about as often as asked', () => {
    const hits = throttled(createFaults(settings), A, 2000).filter(Boolean).length;
    expect(hits).toBeGreaterThan(500);
    expect(hits).toBeLessThan(700);
  });

  it('begin anew when they are set again', () => {
    const faults = createFaults(settings);
    const first = throttled(faults, A, 20);
    faults.set(settings);
    expect(throttled(faults, A, 20)).toEqual(first);
  });

  it('keep to their place, action and limit', () => {
    const faults = createFaults({
      seed: 1,
      rules: [{ kind: 'kill', probability: 1, where: 'lending', action: 'lambda:Invoke', limit: 2 }],
    });
    const invoke = { where: 'dev-lending-http', action: 'lambda:Invoke' };
    expect(faults.strikes('kill', A)).toBe(false);
    expect(faults.strikes('kill', { ...invoke, where: 'dev-capital-http' })).toBe(false);
    expect([1, 2, 3].map(() => faults.strikes('kill', invoke))).toEqual([true, true, false]);
    expect(faults.struck).toEqual([
      { kind: 'kill', ...invoke },
      { kind: 'kill', ...invoke },
    ]);
  });

  it('are off after clear', () => {
    const faults = createFaults({ seed: 1, rules: [{ kind: 'delay', probability: 1 }] });
    expect(faults.strikes('delay', A)).toBe(true);
    faults.clear();
    expect(faults.strikes('delay', A)).toBe(false);
  });

  it('reorder without losing or doubling, the same way each time', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const reorder = (): readonly number[] =>
      createFaults({ seed: 3, rules: [{ kind: 'reorder', probability: 1 }] }).reordered(items, A);
    expect(reorder()).toEqual(reorder());
    expect(reorder()).not.toEqual(items);
    expect(new Set(reorder())).toEqual(new Set(items));
    expect(reorder()).toHaveLength(items.length);
  });
});
