import { describe } from 'vitest';
import { accessSuite } from './access-suite.ts';
import { exampleSuite } from './example-suite.ts';
import { malformedSuite } from './malformed-suite.ts';
import { refusalSuite } from './refusal-suite.ts';
import { openStage } from './stage.ts';
import { tokenSuite } from './token-suite.ts';

const stage = openStage();

describe('a request with', () => {
  tokenSuite(stage);
});

describe('access', () => {
  accessSuite(stage);
});

describe('input', () => {
  malformedSuite(stage);
});

describe('a refusal', () => {
  refusalSuite(stage);
});

describe('the example', () => {
  exampleSuite(stage);
});
