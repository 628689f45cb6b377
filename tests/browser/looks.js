// What can be measured of how a page looks.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { AXE, SHOTS } = require("./support.js");

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 1300 } };

/** Runs in the page: texts with too little contrast, fields without labels, and what sticks out. */
function flaws() {
  const parse = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const part = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest(":disabled, noscript")) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const text = texts.currentNode.data.trim().slice(0, 30);
    if (contrast < 4.5) found.push(`contrast of ${contrast.toFixed(2)}: ${text}`);
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    if (field.labels.length === 0 && !field.ariaLabel) found.push(`no label: ${field.outerHTML.slice(0, 80)}`);
  }
  const room = document.documentElement;
  if (room.scrollWidth > room.clientWidth) {
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room.clientWidth + 1);
    found.push(`wider than the window: ${wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 80)).join(" | ")}`);
  }
  return found;
}

/** Runs in the page, behind axe: what keeps people with disabilities from it. */
async function barriers() {
  const { violations } = await globalThis.axe.run(document, { preload: false });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
}

/** Looks at the page that is open in both schemes and sizes, and keeps pictures. */
async function look(page, name) {
  await page.evaluate(fs.readFileSync(AXE, "utf8"));
  for (const scheme of ["light", "dark"]) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize(viewport);
      await page.screenshot({ path: path.join(SHOTS, `${name}-${scheme}-${size}.png`) });
      assert.deepEqual(await page.evaluate(flaws), [], `${name}, ${scheme}, ${size}`);
      assert.deepEqual(await page.evaluate(barriers), [], `${name}, ${scheme}, ${size}`);
    }
  }
  await page.setViewportSize(SIZES.wide);
  // Colors of the system in place of those of the page, as people with low vision set them.
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  await page.screenshot({ path: path.join(SHOTS, `${name}-forced.png`) });
  assert.deepEqual(await page.evaluate(flaws), [], `${name}, forced colors`);
  assert.deepEqual(await page.evaluate(barriers), [], `${name}, forced colors`);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}

module.exports = { look };
