import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { categoryTone } from './category-tone.ts';

test('a category that is named after a colour has that colour', () => {
  expect(categoryTone('Blue category')).toBe('accent');
  expect(categoryTone('red category')).toBe('danger');
});

test('of any other the colour is not known', () => {
  for (const name of ['Travel', 'constructor category', 'My blue category', ''])
    expect(categoryTone(name)).toBe('neutral');
});

const styleSheet = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** What each value of an attribute is drawn in, by the rules that ask for it. */
function looks(css: string, attribute: RegExp): Map<string, string> {
  const rules = css.matchAll(/&([^{}]*\[[^{}]*)\{([^{}]*)\}/g);
  return new Map(
    [...rules].flatMap(([, selector = '', look = '']) =>
      [...selector.matchAll(attribute)].map(([, value = '']) => [
        value.toLowerCase(),
        look.trim().replace(/\s+/g, ' '),
      ]),
    ),
  );
}

test('a row shows a category in the colours of the chip that the open letter has of it', () => {
  const inRows = looks(
    styleSheet('../list/row/message-row.module.css'),
    /\[title='(\w+) category' i\]/g,
  );
  const ofChips = looks(styleSheet('../../../ui/chip.module.css'), /\[data-tone='(\w+)'\]/g);
  // Those that Outlook has, by Graph's names of its presets; what else a row's styles name stands among them.
  const colours =
    'red orange brown yellow green teal olive blue purple cranberry steel gray black'.split(' ');
  expect(colours).toEqual(expect.arrayContaining([...inRows.keys()]));
  expect(inRows.size).toBeGreaterThan(0);
  for (const colour of colours) {
    expect(inRows.get(colour), `${colour} in a row`).toBe(
      ofChips.get(categoryTone(`${colour} category`)),
    );
  }
});
