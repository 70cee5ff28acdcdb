import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetData } from './reset.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reset-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('beginning anew', () => {
  it('removes what a platform kept', () => {
    mkdirSync(join(folder, 'dynamodb'));
    writeFileSync(join(folder, 'loaded'), '');
    forgetData(folder);
    expect(existsSync(folder)).toBe(false);
  });

  it('needs nothing to remove', () => {
    forgetData(folder);
    expect(() => {
      forgetData(folder);
    }).not.toThrow();
  });

  it('leaves a folder alone that holds something else', () => {
    const file = join(folder, 'package.json');
    writeFileSync(file, '{}');
    expect(() => {
      forgetData(folder);
    }).toThrow('holds no data of the platform');
    expect(existsSync(file)).toBe(true);
  });
});
