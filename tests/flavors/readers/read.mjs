// Reads pages with the parsers of sites that are written in JavaScript:
//
//     node read.mjs FLAVOR < list-of-pages     a page a line; answers a line of JSON for each
//
// The packages are looked for in the folder that NODE_PATH names.

import { readFileSync } from 'node:fs';

const flavor = process.argv[2];
const { read } = await import(flavor === 'vitepress' ? './vitepress.mjs' : './remark.mjs');
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
for (const path of Buffer.concat(chunks).toString().split('\n').filter(Boolean)) {
  let answer;
  try {
    answer = read(flavor, path, readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const line = error.line ?? error.loc?.start?.line;
    answer = { error: `${line ? `line ${line}: ` : ''}${String(error.message).split('\n')[0]}` };
  }
  process.stdout.write(`${JSON.stringify({ path, ...answer })}\n`);
}
