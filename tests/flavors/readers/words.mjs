// What of arguments and front matter is words for readers; the rest must not change.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const known = JSON.parse(readFileSync(new URL('words.json', import.meta.url)));
const names = new Set(known.names.map(name => name.toLowerCase()));

const perhaps = new Set(known.perhaps);

export const letters = text => /\p{L}/u.test(text);

const endings = known.endings.map(ending => `[a-z0-9]${ending[0].toUpperCase()}${ending.slice(1)}$|[-_]${ending}$`);
const ended = new RegExp(endings.join('|'));

/** Whether the value of an argument of this name is words: `title`, `buttonText`, `image_alt`; of others if it reads so. */
export const isWorded = (name, value = '') =>
  names.has(String(name).toLowerCase()) || (ended.test(String(name)) && !String(name).startsWith('data-')) ||
  (perhaps.has(name) && /^\s*⟦?\p{Lu}\S* /u.test(value));

/** The position of the argument of a macro that is words. */
export const position = macro => known.positions[macro.toLowerCase()];

/** Front matter as a tree; words go to `words`. */
export function frontMatter(source, words) {
  const value = parse(source, { merge: true, logLevel: 'silent', uniqueKeys: false });
  return ['front matter', entries(value, words)];
}

function entries(value, words, name = '') {
  if (Array.isArray(value)) return value.map(item => ['-', entries(item, words, name)]);
  if (value && typeof value === 'object' && !(value instanceof Date))
    return Object.entries(value).map(([key, inner]) => [`${key}:`, entries(inner, words, key.split('.').pop())]);
  if (typeof value === 'string' && isWorded(name) && letters(value)) {
    words.push(value);
    return [['words', []]];
  }
  return [[JSON.stringify(value) ?? 'null', []]];
}

/** Tags and text of HTML as nodes; words go to `words`. */
export function html(source, words) {
  const nodes = [];
  const silent = /^<(script|style|code|kbd|samp|var|pre|tt)\b/i;
  let skip = null;
  for (const part of source.match(/<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][\w.:-]*(?:"[^"]*"|'[^']*'|[^<>"'])*>|<|[^<]+/g) ?? []) {
    if (/^<!--/.test(part)) nodes.push([part, []]);
    else if (/^<\/?[A-Za-z]/.test(part)) {
      if (skip && part.toLowerCase().startsWith(`</${skip}`)) skip = null;
      else if (!skip && silent.test(part) && !part.endsWith('/>')) skip = silent.exec(part)[1].toLowerCase();
      nodes.push([tag(part, words), []]);
    } else if (skip) nodes.push([JSON.stringify(part), []]);
    else if (letters(part)) words.push(part);
  }
  return nodes;
}

function tag(source, words) {
  return source.replace(/([\w:@.#-]+)\s*=\s*("[^"]*"|'[^']*')/g, (all, name, quoted) => {
    if (!isWorded(name, quoted.slice(1, -1)) || !letters(quoted)) return `${name}=${quoted}`;
    words.push(quoted.slice(1, -1));
    return `${name}=words`;
  }).replace(/\s+/g, ' ');
}
