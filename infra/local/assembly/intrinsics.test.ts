import { describe, expect, it } from 'vitest';

import { condition, resolve, type Scope } from './intrinsics.ts';

const scope: Scope = {
  stackName: 'dev-lending',
  account: '000000000000',
  region: 'ap-southeast-1',
  parameters: { Version: { Type: 'String', Default: '6' }, Mail: { Type: 'String' } },
  conditions: {
    Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'ap-southeast-1'] },
    There: { 'Fn::Not': [{ Condition: 'Here' }] },
    Either: { 'Fn::Or': [{ Condition: 'There' }, { Condition: 'Here' }] },
    Both: { 'Fn::And': [{ Condition: 'There' }, { Condition: 'Here' }] },
  },
  mappings: { Sizes: { 'ap-southeast-1': { small: '1' } } },
  ref: (logicalId) => `ref:${logicalId}`,
  attribute: (logicalId, name) => `att:${logicalId}.${name}`,
  importValue: (name) => `import:${name}`,
};

describe('intrinsics', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref of a resource', { Ref: 'Table' }, 'ref:Table'],
    ['Ref of a parameter', { Ref: 'Version' }, '6'],
    ['Ref of a parameter nobody filled in', { Ref: 'Mail' }, 'parameter Mail'],
    ['a pseudo parameter', { Ref: 'AWS::AccountId' }, '000000000000'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'att:Table.Arn'],
    ['GetAtt as text with a dotted name', { 'Fn::GetAtt': 'Db.Endpoint.Port' }, 'att:Db.Endpoint.Port'],
    ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'B' }]] }, 'a/ref:B'],
    ['Select of Split', { 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://host/path'] }] }, 'host'],
    ['Sub', { 'Fn::Sub': 'x-${AWS::Region}-${Table.Arn}-${!Raw}' }, 'x-ap-southeast-1-att:Table.Arn-${Raw}'],
    ['Sub with variables', { 'Fn::Sub': ['${a}${B}', { a: { Ref: 'C' } }] }, 'ref:Cref:B'],
    [
      'ImportValue of a Sub',
      { 'Fn::ImportValue': { 'Fn::Sub': '${AWS::StackName}-x' } },
      'import:dev-lending-x',
    ],
    ['If, true', { 'Fn::If': ['Here', 'yes', { Ref: 'Never' }] }, 'yes'],
    ['If, false', { 'Fn::If': ['There', 'yes', 'no'] }, 'no'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, '1'],
    ['Base64', { 'Fn::Base64': 'ok' }, 'b2s='],
    [
      'NoValue in an object and a list',
      { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] },
      { b: [1] },
    ],
    ['what only looks like one', { Ref: 'a', other: 1 }, { Ref: 'a', other: 1 }],
  ])('%s', (_, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  it('conditions combine', () => {
    expect(['Here', 'There', 'Either', 'Both'].map((name) => condition(name, scope))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['an unknown intrinsic', { 'Fn::Cidr': [] }, /dev-lending: intrinsic Fn::Cidr is not known/],
    ['an unknown condition', { 'Fn::If': ['Nowhere', 1, 2] }, /condition Nowhere does not exist/],
    ['an unknown mapping', { 'Fn::FindInMap': ['Sizes', 'x', 'y'] }, /mapping Sizes has no x\.y/],
  ])('%s is an error that names it', (_, value, message) => {
    expect(() => resolve(value, scope)).toThrow(message);
  });
});
