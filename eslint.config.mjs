import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const fullZod = {
  name: 'zod',
  message: "Use `import * as z from 'zod/mini'`: the full build is several times larger in every bundle.",
};
const namedZod = {
  selector: "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
  message: "Use the namespace import `import * as z from 'zod/mini'`: any other defeats tree shaking.",
};
const parseFloatGlobal = { name: 'parseFloat', message: 'Money and rates are exact; use bigint.' };
const timeComesIn = 'The day and the instant come in as arguments.';

export default defineConfig(
  { ignores: ['node_modules/', 'cdk.out/', '.local/', 'coverage/', 'reports/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-restricted-imports': ['error', { paths: [fullZod] }],
      'no-restricted-syntax': ['error', namedZod],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Ids and randomness come in as arguments.' },
        { property: 'toFixed', message: 'Money is bigint đồng; floats are never printed as amounts.' },
        { object: 'Number', property: 'parseFloat', message: 'Money and rates are exact; use bigint.' },
      ],
      'no-restricted-globals': ['error', parseFloatGlobal],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // A name taken off a record so that the rest goes on without it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // `Record<never, never>` is how a route without params, query or body says so.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    // Domain code is told the day and the ids; a clock read there would make an answer depend on when it ran.
    files: ['services/*/*/domain/**/*.ts', 'services/*/*/application/**/*.ts', 'shared/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        namedZod,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: timeComesIn },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: timeComesIn,
        },
      ],
      'no-restricted-globals': [
        'error',
        parseFloatGlobal,
        { name: 'crypto', message: 'Ids and randomness come in as arguments.' },
        { name: 'process', message: 'The domain has no environment.' },
      ],
    },
  },
  {
    // Benchmarks and drawings may print decimals: they show milliseconds and kilobytes, never money.
    files: ['test/bench/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
);
