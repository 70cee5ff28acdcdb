import { describe, expect, it } from 'vitest';

import { javaProblem } from './java.ts';

describe('the Java check', () => {
  it.each([
    ['17', 'openjdk version "17.0.15" 2025-04-15'],
    ['21 without a minor number', 'openjdk version "21" 2023-09-19'],
  ])('is content with %s', (_, report) => {
    expect(javaProblem(report)).toBeUndefined();
  });

  it.each<[string, string | undefined, RegExp]>([
    ['Java is missing', undefined, /^Java is missing\. Install Java 17 or newer/],
    ['Java is 8', 'java version "1.8.0_402"', /^Java 8 is too old\. Install Java 17 or newer/],
    ['Java is 11', 'openjdk version "11.0.22" 2024-01-16', /^Java 11 is too old/],
    ['Java says nothing', 'hello', /^Java did not tell its version/],
  ])('says in one line what to install when %s', (_, report, message) => {
    expect(javaProblem(report)).toMatch(message);
    expect(javaProblem(report)).not.toContain('\n');
  });
});
