import { describe, expect, it } from 'vitest';

import { createClock } from './clock.ts';

describe('the local clock', () => {
  it('plays the day that was set, in Vietnam, and keeps the time of day', () => {
    const clock = createClock();
    clock.setBusinessDay('2025-03-31');
    expect(clock.today()).toBe('2025-03-31');
    expect((clock.now() - Date.now()) % 86_400_000).toBeCloseTo(0, -2);
  });

  it('returns to real time', () => {
    const clock = createClock();
    clock.setBusinessDay('2025-03-31');
    clock.setBusinessDay(null);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
    expect(clock.businessDay).toBeNull();
  });

  it.each(['2025-02-30', '31/03/2025', ''])('refuses %j', (day) => {
    expect(() => {
      createClock().setBusinessDay(day);
    }).toThrow(/Not a business day/);
  });
});
