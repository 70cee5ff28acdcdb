import { beforeEach, describe, expect, inject, it } from 'vitest';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import type { Table } from '#shared/data/table.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { everything, fakeKeyService } from './fixture.ts';

let table: Table;

beforeEach(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
});

describe('the vault', () => {
  it('opens after a cold start what it sealed before, and finds it by the same fingerprint', async () => {
    const keyService = fakeKeyService();
    const before = openVault(table, keyService);
    const sealed = await before.seal('022185001234', 'here');
    const after = openVault(table, keyService);
    expect(await after.open(sealed, 'here')).toBe('022185001234');
    expect(await after.fingerprint('022185001234')).toBe(await before.fingerprint('022185001234'));
    expect(keyService.made()).toBe(1);
  });

  it('opens nothing that was moved or changed', async () => {
    const vault = openVault(table, fakeKeyService());
    const sealed = await vault.seal('022185001234', 'here');
    await expect(vault.open(sealed, 'there')).rejects.toThrow();
    const flipped = sealed.slice(0, -2) + (sealed.at(-2) === 'A' ? 'B' : 'A') + sealed.slice(-1);
    await expect(vault.open(flipped, 'here')).rejects.toThrow();
  });

  it('never seals the same text the same way twice', async () => {
    const vault = openVault(table, fakeKeyService());
    expect(await vault.seal('0912345678', 'here')).not.toBe(await vault.seal('0912345678', 'here'));
  });

  it('agrees on one key when several functions start for the first time at once', async () => {
    const keyService = fakeKeyService();
    const vaults = Array.from({ length: 6 }, () => openVault(table, keyService));
    const prints = await Promise.all(vaults.map((vault) => vault.fingerprint('022185001234')));
    expect(new Set(prints).size).toBe(1);
    expect(await everything(table)).toHaveLength(1);
  });

  it('tries again after the key service failed', async () => {
    const keyService = fakeKeyService();
    let failures = 1;
    const vault = openVault(table, {
      ...keyService,
      generate: () => (failures-- > 0 ? Promise.reject(new Error('down')) : keyService.generate()),
    });
    await expect(vault.seal('x', 'here')).rejects.toThrow('down');
    expect(await vault.open(await vault.seal('x', 'here'), 'here')).toBe('x');
  });
});
