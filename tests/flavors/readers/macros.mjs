// What is put in before the Markdown is read: macros of KumaScript. Each becomes a mark.

import { isWorded, letters, position } from './words.mjs';

const mark = index => `\u{E000}${String.fromCharCode(0xe100 + (index >> 8), 0xe200 + (index & 0xff))}\u{E001}`;
const marks = /\u{E000}(.)(.)\u{E001}/gu;

/** A page with marks in place of what is put in, and what it was. */
export function hideMacros(source, words) {
  const found = [];
  const hide = label => mark(found.push(label) - 1);
  const macro = /\{\{\s*([A-Za-z][\w.-]*)\s*(?:\(((?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[^"')]|\)(?!\s*\}\}))*)\)\s*)?\}\}/g;
  const out = source.replace(macro, (all, name, args) => hide(`{{${name}(${normal(name, args, words)})}}`));
  // What opens and is no macro ends the build.
  return [out, found];
}

/** The arguments of a macro, with words taken out. */
function normal(name, args = '', words) {
  let at = -1;
  return (args.match(/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[^,"']+|,/g) ?? []).map(part => {
    if (part === ',') return part;
    if (!part.trim()) return '';
    at += 1;
    if (position(name) !== at || !letters(part)) return part.trim();
    words.push(part.slice(1, -1));
    return 'words';
  }).join('');
}

/** The labels of the marks in a text, and the text without them. */
export function taken(text, found) {
  const labels = [];
  const rest = text.replace(marks, (all, high, low) => {
    labels.push(found[((high.charCodeAt(0) - 0xe100) << 8) + low.charCodeAt(0) - 0xe200]);
    return ' ';
  });
  return [labels, rest];
}

/** A value with what its marks were. */
export function shown(value, found) {
  return typeof value === 'string'
    ? value.replace(marks, (all, high, low) => found[((high.charCodeAt(0) - 0xe100) << 8) + low.charCodeAt(0) - 0xe200])
    : value;
}
