import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Names of properties that hold words for people; their mutants say nothing about the figures. */
const TEXTS = new Set(['vi', 'en', 'detail']);
/** Calls that refuse: their arguments are words, and pointers that the tests of refusals check by name. */
const REFUSALS = new Set(['contradict']);
/** Errors that only a mistake of the code itself raises: their words are for whoever mends it. */
const MISTAKES = new Set(['RangeError', 'TypeError']);

function isText(path) {
  if (!path.isStringLiteral() && !path.isTemplateLiteral()) return false;
  const { parent } = path;
  if (parent.type === 'ObjectProperty') return TEXTS.has(parent.key.name);
  if (parent.type === 'NewExpression') return MISTAKES.has(parent.callee.name);
  // contradict(holds, first, second, vi, en): the last two are texts.
  return (
    parent.type === 'CallExpression' &&
    REFUSALS.has(parent.callee.name) &&
    parent.arguments.indexOf(path.node) >= parent.arguments.length - 2
  );
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'human-texts', {
    shouldIgnore: (path) => (isText(path) ? 'words for people, not figures' : undefined),
  }),
];
