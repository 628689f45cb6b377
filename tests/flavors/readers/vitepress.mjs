// Markdown as VitePress reads it: markdown-it with its plugins, and the HTML of it as Vue reads templates.

import MarkdownIt from 'markdown-it';
import attrs from 'markdown-it-attrs';
import container from 'markdown-it-container';
import { full as emoji } from 'markdown-it-emoji';
import { componentPlugin } from '@mdit-vue/plugin-component';
import { parse as parseVue } from '@vue/compiler-dom';

import { frontMatter, isWorded, letters } from './words.mjs';

const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false });
// Code is shown as it is, mustaches included.
markdown.renderer.rules.fence = (tokens, index) => {
  const { info, content } = tokens[index];
  // VitePress has the title of code in brackets, VuePress as an attribute.
  const label = /\[(.*)\]\s*$/.exec(info)?.[1] ?? /\btitle="([^"]*)"/.exec(info)?.[1];
  const title = label ? `<label title="${escape(label)}"></label>` : '';
  const rest = info.replace(/\[.*\]\s*$/, '[]').replace(/\btitle="[^"]*"/, 'title=""');
  return `${title}<pre v-pre data-info="${escape(rest)}">${escape(content)}</pre>\n`;
};
markdown.renderer.rules.code_block = (tokens, index) => `<pre v-pre>${escape(tokens[index].content)}</pre>\n`;
markdown.renderer.rules.code_inline = (tokens, index) => `<code v-pre>${escape(tokens[index].content)}</code>`;
markdown.use(componentPlugin).use(attrs, { rightDelimiter: '}' }).use(emoji);
for (const name of ['tip', 'info', 'warning', 'danger', 'details', 'code-group', 'raw', 'v-pre', 'note', 'important', 'caution']) {
  markdown.use(container, name, {
    render(tokens, index) {
      const token = tokens[index];
      if (token.nesting < 0) return '</div>\n';
      const title = token.info.trim().slice(name.length).trim();
      const isPre = name === 'v-pre' ? ' v-pre' : '';
      return `<div data-container="${name}"${markdown.renderer.renderAttrs(token)}${isPre}>${title ? `<p>${markdown.renderInline(title)}</p>` : ''}\n`;
    },
  });
}
markdown.block.ruler.before('fence', 'snippet', (state, start, end, silent) => {
  const line = state.src.slice(state.bMarks[start] + state.tShift[start], state.eMarks[start]);
  const found = /^<<<\s*(\S.*?)\s*(?:\[(.*)\])?$/.exec(line);
  if (!found) return false;
  if (silent) return true;
  const token = state.push('html_block', '', 0);
  token.content = `<x-snippet from="${escape(found[1])}"${found[2] ? ` title="${escape(found[2])}"` : ''}></x-snippet>\n`;
  state.line = start + 1;
  return true;
}, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
markdown.inline.ruler.before('link', 'toc', (state, silent) => {
  if (!state.src.startsWith('[[toc]]', state.pos)) return false;
  if (!silent) state.push('html_inline', '', 0).content = '<x-toc></x-toc>';
  state.pos += 7;
  return true;
});

/** Reads a page: its tree without words, and the words. */
export function read(flavor, path, source) {
  const words = [];
  const tree = [];
  // Where nothing closes it, all of the page is front matter to gray-matter.
  const head = /^---\r?\n([\s\S]*?)(?:\r?\n---[ \t]*(?:\r?\n|$)|\r?\n$)/.exec(source);
  if (head) tree.push(frontMatter(head[1].replace(/\r\n/g, '\n'), words));
  const rendered = markdown.render(source.slice(head?.[0].length ?? 0));
  const ast = parseVue(rendered, {
    onError(error) {
      throw error;
    },
    comments: true,
  });
  tree.push(...ast.children.flatMap(node => one(node, words, false)));
  return { tree: ['page', tree], words };
}

const inlines = new Set(['a', 'em', 'strong', 'code', 'img', 'br', 'span', 'kbd', 'sup', 'sub', 's', 'b', 'i']);

function one(node, words, isCode) {
  switch (node.type) {
    case 2: {
      if (isCode) return [[`~${JSON.stringify(node.content)}`, []]];
      const alert = /^\s*(\[![A-Za-z]+\])(.*)/.exec(node.content);
      if (letters(node.content)) words.push(node.content.replace(/^\s*\[![A-Za-z]+\]/, ''));
      return alert ? [[`${alert[1]}${letters(alert[2]) ? ' text' : ''}`, []]] : [];
    }
    case 3:
      return [[`<!--${node.content}-->`, []]];
    case 5:
      return [[`~{{${node.content.loc.source}}}`, []]];
    case 1: {
      const props = node.props.map(prop => prop.type === 6 ? attribute(prop, words) : prop.loc.source);
      const code = isCode || ['pre', 'code', 'script', 'style', 'kbd', 'samp', 'var'].includes(node.tag);
      const mark = inlines.has(node.tag) || /[A-Z]/.test(node.tag) ? '~' : '';
      return [[`${mark}<${node.tag} ${props.join(' ')}>`, node.children.flatMap(child => one(child, words, code))]];
    }
    default:
      return [[`${node.type}`, []]];
  }
}

function attribute({ name, value }, words) {
  if (!value) return name;
  if (!isWorded(name, value.content) || !letters(value.content)) return `${name}=${JSON.stringify(value.content)}`;
  words.push(value.content);
  return `${name}=words`;
}
