// Markdown as remark reads it: MDX of Docusaurus and Starlight, GitHub's, MDN's.

import { unified } from 'unified';
import remarkParse from 'remark-parse';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkMath from 'remark-math';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';

import { hideMacros, shown, taken } from './macros.mjs';
import { frontMatter, html, isWorded, letters } from './words.mjs';

const plain = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
const directives = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective);
const mdx = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx).use(remarkGfm).use(remarkDirective).use(remarkMath, { singleDollarTextMath: false });

/** Reads a page: its tree without words, and the words. */
export function read(flavor, path, source) {
  const words = [];
  let found = [];
  let parser = plain;
  if (flavor === 'docusaurus' || /\.mdx(\.md)?$/.test(path)) {
    parser = mdx;
    source = flavor === 'docusaurus' ? likeDocusaurus(source) : source.replace(/(^|\n)(#{1,6} .*)\{(#[^}\s]+)\}/g, '$1$2\\{$3\\}');
  } else if (flavor === 'starlight') {
    parser = directives;
  } else if (flavor === 'mdn') {
    [source, found] = hideMacros(source, words);
  }
  const page = { flavor, source, words, found };
  return { tree: ['page', children(parser.parse(source), page)], words };
}

/** What Docusaurus does to a page before MDX reads it (its `mdx1Compat`). */
function likeDocusaurus(source) {
  return outsideCode(source, text => text
    .replace(/<!--[\s\S]*?-->/g, comment => `{/*${comment.slice(4, -3)}*/}`)
    .replace(/(^|\n)(#{1,6}(?!#).*)/g, heading => heading.replace(/\{#/g, '\\{#'))
    .replace(/^((?:[ \t>]|[-*+] |\d+\. )*:{3,}[\w-]+)[ \t]+([^\n\r[{][^\n\r]*?)[ \t]*(?=\r?$)/gm, '$1[$2]'));
}

function outsideCode(source, change) {
  const parts = source.split(/(^[ \t>]*(`{3,}|~{3,})[\s\S]*?^[ \t>]*\2[`~]*[ \t]*\r?$)/m);
  return parts.map((part, index) => index % 3 === 0 ? change(part) : index % 3 === 1 ? part : '').join('');
}

function children(node, page) {
  const out = [];
  for (const child of node.children ?? []) out.push(...one(child, page));
  return out;
}

function text(value, page) {
  const [labels, rest] = taken(value, page.found);
  // An id of a heading, and what only looks like a tag of a component.
  const ids = rest.match(/\{#[\w-]+\}|\{ #[^}]*\}/g) ?? [];
  const alert = /^(\[![A-Za-z]+\][+-]?)([^\n]*)/.exec(rest);
  const alerts = alert ? [`${alert[1]}${letters(alert[2]) ? ' title' : ''}`] : [];
  const left = rest.replace(/\{#[\w-]+\}|\{ #[^}]*\}|^\[![A-Za-z]+\][+-]?/g, ' ');
  if (letters(left)) page.words.push(left);
  return [...labels, ...ids, ...alerts].map(label => [`~${label}`, []]);
}

const block = (label, node, page) => [[label, children(node, page)]];
const inline = (label, node, page) => [[`~${label}`, children(node, page)]];

function one(node, page) {
  const { flavor, found, words } = page;
  switch (node.type) {
    case 'text':
      return text(node.value, page);
    case 'yaml':
      return [frontMatter(node.value, words)];
    case 'heading':
      return block(`heading ${node.depth}`, node, page);
    case 'list':
      return block(`list ${node.ordered ? node.start : ''}`, node, page);
    case 'listItem': {
      // MDN's descriptions are items that begin with a colon.
      const isDescription = flavor === 'mdn' && /^\s*: /.test(node.children[0]?.children?.[0]?.value ?? '');
      return block(`item ${node.checked ?? ''}${isDescription ? ':' : ''}`, node, page);
    }
    case 'table':
      return block(`table ${node.align}`, node, page);
    case 'footnoteDefinition':
      return block(`footnote ${node.identifier}`, node, page);
    case 'footnoteReference':
      return [[`~footnote ${node.identifier}`, []]];
    case 'definition':
      // A comment that renders nothing.
      if (node.identifier === '//') return [[`comment ${node.title}`, []]];
      if (node.title) words.push(node.title);
      return [[`definition ${node.identifier} ${shown(node.url, found)} ${node.title ? 'title' : ''}`, []]];
    case 'link':
    case 'image': {
      const nodes = [];
      for (const value of [node.title, node.alt]) if (value) nodes.push(...text(value, page));
      return [[`~${node.type} ${shown(node.url, found)} ${node.title ? 'title' : ''}`, [...nodes, ...children(node, page)]]];
    }
    case 'linkReference':
    case 'imageReference':
      if (node.alt) text(node.alt, page);
      return inline(`${node.type} ${node.identifier}`, node, page);
    case 'inlineCode':
    case 'inlineMath':
      // Browsers show one blank for several.
      return [[`~${node.type} ${shown(node.value, found).replace(/\s+/g, ' ')}`, []]];
    case 'code': {
      const meta = (node.meta ?? '').replace(/\b(?:title|tab)=("[^"]*"|'[^']*')/g, (all, title) => {
        words.push(title.slice(1, -1));
        return 'title=words';
      });
      return [[`code ${node.lang ?? ''} ${meta} ${JSON.stringify(shown(node.value, found))}`, []]];
    }
    case 'html': {
      const [labels, rest] = taken(node.value, found);
      return [...html(rest, words), ...labels.map(label => [`~${label}`, []])];
    }
    case 'containerDirective':
      return block(`:::${node.name} ${attributes(node.attributes, words)}`, node, page);
    case 'leafDirective':
      return block(`::${node.name} ${attributes(node.attributes, words)}`, node, page);
    case 'textDirective':
      // No site of ours has directives of this kind: they are text that looks like it.
      if (letters(node.name)) words.push(node.name);
      return children(node, page);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const mark = node.type === 'mdxJsxTextElement' ? '~' : '';
      return [[`${mark}<${node.name ?? ''} ${props(node, words)}>`, children(node, page)]];
    }
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [[`~${node.type} ${node.value}`, []]];
    case 'paragraph':
    case 'root':
    case 'blockquote':
    case 'tableRow':
    case 'tableCell':
      return block(node.data?.directiveLabel ? 'label' : node.type, node, page);
    default: {
      const value = node.value === undefined ? '' : JSON.stringify(shown(node.value, found));
      return node.value === undefined && !isInline(node.type) ? block(node.type, node, page) : inline(`${node.type} ${value}`, node, page);
    }
  }
}

const isInline = type => ['emphasis', 'strong', 'delete', 'break'].includes(type);

function attributes(all, words) {
  return Object.entries(all ?? {}).map(([name, value]) => {
    if (!isWorded(name, value ?? '') || !letters(value ?? '')) return `${name}=${value}`;
    words.push(value);
    return `${name}=words`;
  }).join(' ');
}

function props(node, words) {
  return node.attributes.map(attribute => {
    if (attribute.type !== 'mdxJsxAttribute') return `{${attribute.value}}`;
    const { name, value } = attribute;
    if (value === null || value === undefined) return name;
    if (typeof value === 'object') return `${name}={${literal(name, value.value, words)}}`;
    if (!isWorded(name, value) || !letters(value)) return `${name}=${JSON.stringify(value)}`;
    words.push(value);
    return `${name}=words`;
  }).join(' ');
}

/** A string of JavaScript that is words. */
function literal(name, value, words) {
  const found = /^\s*(["'`])([\s\S]*)\1\s*$/.exec(value);
  if (!found || found[2].includes('${') || found[2].replace(/\\./g, '').includes(found[1])) return collection(value, words);
  if (!isWorded(name) || !letters(found[2])) return value;
  words.push(found[2]);
  return 'words';
}

/** Strings in lists and maps that are words: by their keys, or in a list in which one reads so. */
function collection(value, words) {
  const sentence = /([[,]\s*)(["'])⟦?\p{Lu}[^"']*\p{L}[^"']* [^"']*\p{L}[^"']*\2\s*[,\]]/u;
  const quoted = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
  const isList = sentence.test(value);
  return value.replace(quoted, (all, at) => {
    const before = value.slice(0, at).trimEnd();
    const behind = value.slice(at + all.length).trimStart();
    const key = /[{,]\s*["']?([\w$-]+)["']?\s*:$/.exec(before)?.[1];
    const isElement = /[[,]$/.test(before) && /^[,\]]/.test(behind) && isList;
    if (!letters(all) || !(key ? isWorded(key, all.slice(1, -1)) : isElement)) return all;
    words.push(all.slice(1, -1));
    return 'words';
  });
}
