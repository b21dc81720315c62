// For `npm run mutation`: sentences for people are left alone. What a test says about them would only repeat them.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** A capital letter first, words, a full stop last: nothing else in src/auth and src/http is written so. */
const sentence = /^[A-Z].* .*\.$/s;

function textOf(path) {
  if (path.isStringLiteral()) return path.node.value;
  if (path.isTemplateLiteral()) return path.node.quasis.map(({ value }) => value.raw).join('x');
  return undefined;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sentences', {
    shouldIgnore: (path) =>
      sentence.test(textOf(path) ?? '') ? 'A sentence for people.' : undefined,
  }),
];
