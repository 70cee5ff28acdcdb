import { describe, expect, it } from 'vitest';
import { compilePattern } from './event-pattern.ts';
import type { Json } from './event-pattern.ts';

const base = {
  version: '0',
  source: 'aws.ec2',
  'detail-type': 'EC2 Instance State-change Notification',
  account: '123456789012',
  time: '2022-07-13T01:48:35Z',
  region: 'us-east-1',
  resources: [
    'arn:aws:ec2:us-east-1:123456789012:instance/i-1',
    'arn:aws:ec2:us-east-1:123456789012:instance/i-2',
  ],
};

const withDetail = (detail: Json): Json => ({ ...base, detail });

/** From the AWS documentation, "Comparison operators for use in event patterns" and "Create event patterns". */
const cases: [name: string, pattern: Json, event: Json, matches: boolean][] = [
  ['exact text', { source: ['aws.ec2'] }, withDetail({}), true],
  ['exact text, other', { source: ['aws.s3'] }, withDetail({}), false],
  ['alternatives', { source: ['aws.s3', 'aws.ec2'] }, withDetail({}), true],
  ['all fields must match', { source: ['aws.ec2'], region: ['eu-west-1'] }, withDetail({}), false],
  ['letter case counts', { source: ['AWS.EC2'] }, withDetail({}), false],
  [
    'an element of a list',
    { resources: ['arn:aws:ec2:us-east-1:123456789012:instance/i-2'] },
    withDetail({}),
    true,
  ],
  [
    'no element of a list',
    { resources: ['arn:aws:ec2:us-east-1:123456789012:instance/i-3'] },
    withDetail({}),
    false,
  ],
  ['number', { detail: { 'c-count': [5] } }, withDetail({ 'c-count': 5 }), true],
  ['a number is not its text', { detail: { 'c-count': ['5'] } }, withDetail({ 'c-count': 5 }), false],
  ['null', { detail: { answer: [null] } }, withDetail({ answer: null }), true],
  ['null is not absence', { detail: { answer: [null] } }, withDetail({}), false],
  ['empty text', { detail: { eventVersion: [''] } }, withDetail({ eventVersion: '' }), true],
  ['boolean', { detail: { on: [true] } }, withDetail({ on: true }), true],
  ['prefix', { time: [{ prefix: '2022-07-13' }] }, withDetail({}), true],
  ['prefix, other', { time: [{ prefix: '2023' }] }, withDetail({}), false],
  ['prefix ignoring case', { source: [{ prefix: { 'equals-ignore-case': 'AWS.' } }] }, withDetail({}), true],
  ['suffix', { detail: { FileName: [{ suffix: '.png' }] } }, withDetail({ FileName: 'a.png' }), true],
  ['suffix, other', { detail: { FileName: [{ suffix: '.png' }] } }, withDetail({ FileName: 'a.PNG' }), false],
  [
    'suffix ignoring case',
    { detail: { FileName: [{ suffix: { 'equals-ignore-case': '.png' } }] } },
    withDetail({ FileName: 'a.PNG' }),
    true,
  ],
  ['prefix needs a text', { detail: { n: [{ prefix: '1' }] } }, withDetail({ n: 12 }), false],
  [
    'anything-but',
    { detail: { state: [{ 'anything-but': 'initializing' }] } },
    withDetail({ state: 'running' }),
    true,
  ],
  [
    'anything-but, the same',
    { detail: { state: [{ 'anything-but': 'initializing' }] } },
    withDetail({ state: 'initializing' }),
    false,
  ],
  [
    'anything-but needs the field',
    { detail: { state: [{ 'anything-but': 'initializing' }] } },
    withDetail({}),
    false,
  ],
  [
    'anything-but number',
    { detail: { 'x-limit': [{ 'anything-but': 123 }] } },
    withDetail({ 'x-limit': 456 }),
    true,
  ],
  [
    'anything-but list',
    { detail: { state: [{ 'anything-but': ['stopped', 'overloaded'] }] } },
    withDetail({ state: 'overloaded' }),
    false,
  ],
  [
    'anything-but list of numbers',
    { detail: { 'x-limit': [{ 'anything-but': [100, 200, 300] }] } },
    withDetail({ 'x-limit': 150 }),
    true,
  ],
  [
    'anything-but prefix',
    { detail: { state: [{ 'anything-but': { prefix: 'init' } }] } },
    withDetail({ state: 'initializing' }),
    false,
  ],
  [
    'anything-but prefixes',
    { detail: { state: [{ 'anything-but': { prefix: ['init', 'err'] } }] } },
    withDetail({ state: 'running' }),
    true,
  ],
  [
    'anything-but suffix',
    { detail: { FileName: [{ 'anything-but': { suffix: ['.txt', '.rtf'] } }] } },
    withDetail({ FileName: 'a.rtf' }),
    false,
  ],
  [
    'anything-but ignoring case',
    { detail: { state: [{ 'anything-but': { 'equals-ignore-case': ['initializing', 'stopped'] } }] } },
    withDetail({ state: 'STOPPED' }),
    false,
  ],
  [
    'anything-but wildcard',
    { detail: { path: [{ 'anything-but': { wildcard: '*/lib/*' } }] } },
    withDetail({ path: 'a/lib/b' }),
    false,
  ],
  [
    'numeric range',
    { detail: { 'c-count': [{ numeric: ['>', 0, '<=', 5] }] } },
    withDetail({ 'c-count': 5 }),
    true,
  ],
  [
    'numeric range, beyond',
    { detail: { 'c-count': [{ numeric: ['>', 0, '<=', 5] }] } },
    withDetail({ 'c-count': 0 }),
    false,
  ],
  [
    'numeric equality',
    { detail: { 'x-limit': [{ numeric: ['=', 3.018e2] }] } },
    withDetail({ 'x-limit': 301.8 }),
    true,
  ],
  [
    'numeric below',
    { detail: { 'd-count': [{ numeric: ['<', 10] }] } },
    withDetail({ 'd-count': 10 }),
    false,
  ],
  [
    'numeric at least',
    { detail: { 'd-count': [{ numeric: ['>=', 10] }] } },
    withDetail({ 'd-count': 10 }),
    true,
  ],
  [
    'numeric ignores text',
    { detail: { 'd-count': [{ numeric: ['>', 1] }] } },
    withDetail({ 'd-count': '10' }),
    false,
  ],
  ['exists', { detail: { 'c-count': [{ exists: true }] } }, withDetail({ 'c-count': null }), true],
  ['exists, absent', { detail: { 'c-count': [{ exists: true }] } }, withDetail({}), false],
  ['exists false', { detail: { 'c-count': [{ exists: false }] } }, withDetail({}), true],
  [
    'exists false, present',
    { detail: { 'c-count': [{ exists: false }] } },
    withDetail({ 'c-count': 1 }),
    false,
  ],
  [
    'exists false below a missing object',
    { detail: { a: { b: [{ exists: false }] } } },
    withDetail({}),
    true,
  ],
  [
    'exists looks at leaves only',
    { detail: { state: [{ exists: true }] } },
    withDetail({ state: { name: 'x' } }),
    false,
  ],
  [
    'exists false on an object',
    { detail: { state: [{ exists: false }] } },
    withDetail({ state: { name: 'x' } }),
    true,
  ],
  [
    'absent or given value',
    { detail: { state: [{ exists: false }, 'on'] } },
    withDetail({ state: 'on' }),
    true,
  ],
  [
    'equals ignoring case',
    { 'detail-type': [{ 'equals-ignore-case': 'ec2 instance State-change Notification' }] },
    withDetail({}),
    true,
  ],
  [
    'wildcard',
    { detail: { EventBusArn: [{ wildcard: 'arn:aws:events:us-east-1:*:event-bus/*' }] } },
    withDetail({ EventBusArn: 'arn:aws:events:us-east-1:1:event-bus/a' }),
    true,
  ],
  [
    'wildcard inside',
    { detail: { FilePath: [{ wildcard: 'dir/*.png' }] } },
    withDetail({ FilePath: 'dir/a.jpg' }),
    false,
  ],
  ['wildcard escaped', { detail: { name: [{ wildcard: 'a\\*b' }] } }, withDetail({ name: 'axb' }), false],
  [
    'wildcard escaped, literal',
    { detail: { name: [{ wildcard: 'a\\*b' }] } },
    withDetail({ name: 'a*b' }),
    true,
  ],
  [
    'wildcard has no other magic',
    { detail: { name: [{ wildcard: 'a.b*' }] } },
    withDetail({ name: 'axb' }),
    false,
  ],
  [
    '$or',
    { detail: { $or: [{ 'c-count': [{ numeric: ['>', 0] }] }, { 'd-count': [{ numeric: ['<', 10] }] }] } },
    withDetail({ 'd-count': 3 }),
    true,
  ],
  [
    '$or, none',
    { detail: { $or: [{ 'c-count': [{ numeric: ['>', 0] }] }, { 'd-count': [{ numeric: ['<', 10] }] }] } },
    withDetail({ 'd-count': 30 }),
    false,
  ],
  [
    '$or beside a field',
    { source: ['aws.s3'], $or: [{ region: ['us-east-1'] }, { region: ['eu-west-1'] }] },
    withDetail({}),
    false,
  ],
  [
    'objects in a list',
    { detail: { users: { name: ['an'] } } },
    withDetail({ users: [{ name: 'binh' }, { name: 'an' }] }),
    true,
  ],
  [
    'one object of a list must hold all',
    { detail: { users: { name: ['an'], age: [9] } } },
    withDetail({
      users: [
        { name: 'an', age: 8 },
        { name: 'binh', age: 9 },
      ],
    }),
    false,
  ],
];

describe('event patterns', () => {
  it.each(cases)('%s', (_name, pattern, event, expected) => {
    expect(compilePattern(pattern)(event)).toBe(expected);
  });

  it.each<[string, Json, RegExp]>([
    ['an unknown operator', { source: [{ cidr: '10.0.0.0/24' }] }, /source uses the operator "cidr"/],
    ['a bare value', { source: 'aws.ec2' }, /source must be an object or a list/],
    ['an empty list', { source: [] }, /source has no values/],
    ['two operators in one', { source: [{ prefix: 'a', suffix: 'b' }] }, /exactly one operator/],
    ['a numeric comparison with text', { n: [{ numeric: ['>', '5'] }] }, /compares with a number/],
    ['an unknown comparison', { n: [{ numeric: ['!=', 5] }] }, /does not know "!="/],
    ['no object', ['a'], /must be an object/],
  ])('refuses %s', (_name, pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(message);
  });
});
