// What the steps share: a browser, a project, a review that is being served.
"use strict";

const { execFileSync, spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
const SCRATCH = path.join(ROOT, "target/browser");
const SHOTS = path.join(SCRATCH, "shots");
const AXE = path.join(SCRATCH, "node_modules/axe-core/axe.min.js");
const HANDBACK = path.resolve(process.env.HANDBACK_BIN || path.join(ROOT, "target/release/handback"));
const CHROMIUM = "/usr/bin/chromium";

/** The browser cannot be had here. */
class Skipped extends Error {}

function quietly(what, program, args) {
  try {
    execFileSync(program, args, { stdio: ["ignore", "pipe", "pipe"], timeout: 600_000 });
  } catch (error) {
    const said = String(error.stderr || error.message).trim().split("\n").pop();
    throw new Skipped(`${what} cannot be installed: ${said}`);
  }
}

/** A headless Chromium, installed if need be. */
async function browser() {
  const library = path.join(SCRATCH, "node_modules/playwright-core");
  if (!fs.existsSync(library) || !fs.existsSync(AXE)) {
    fs.mkdirSync(SCRATCH, { recursive: true });
    const options = ["--prefix", SCRATCH, "--no-save", "--no-fund", "--no-audit"];
    quietly("playwright-core and axe-core", "npm", ["install", ...options, "playwright-core@1", "axe-core@4"]);
  }
  if (!fs.existsSync(CHROMIUM)) {
    if (process.getuid() !== 0) throw new Skipped(`${CHROMIUM} is missing: apt-get install chromium`);
    quietly("Chromium", "apt-get", ["update", "-qq"]);
    quietly("Chromium", "apt-get", ["install", "-qq", "-y", "--no-install-recommends", "chromium"]);
  }
  fs.mkdirSync(SHOTS, { recursive: true });
  const { chromium } = require(library);
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
}

function handback(folder, ...args) {
  const options = { cwd: folder, encoding: "utf8", env: { ...process.env, GIT_CEILING_DIRECTORIES: os.tmpdir() } };
  return execFileSync(HANDBACK, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
}

function edit(folder, name, from, to) {
  const file = path.join(folder, name);
  const text = fs.readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${name} holds no ${from}`);
  fs.writeFileSync(file, text.replaceAll(from, to));
}

/** A copy of the bundled sample, in which one sentence changed, one is new, and one holds markup of a page. */
function project() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "handback-browser-"));
  for (const part of ["handback.yaml", "source-docs", "locales"]) {
    fs.cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  }
  const guide = "source-docs/docs/certification-guide.md";
  edit(folder, guide, "A badge is valid for **one year**.", "A badge is never valid for more than **two years**.");
  edit(folder, guide, "Then work through these steps:", "Then work through these steps:\n\nMind <b title=\"<script>\">the</b> order.\n");
  handback(folder, "sync", "--date", "2026-04-01");
  return folder;
}

/** Serves the review of a project. */
async function serve(folder) {
  const args = ["review", "--serve", "--reviewer", "Ada Lovelace", "--date", "2026-04-02"];
  const child = spawn(HANDBACK, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const found = /http:\S+/.exec(said);
      if (found && said.includes("\n")) resolve(found[0]);
    });
    child.on("exit", (code) => reject(new Error(`handback ended with ${code}: ${said}`)));
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const end = async () => {
    child.kill("SIGINT");
    return ended;
  };
  // What is shown before the project is open is another matter.
  const letIn = await fetch(url, { redirect: "manual" });
  const cookie = letIn.headers.get("set-cookie").split(";")[0];
  await fetch(`${new URL(url).origin}/opened`, { headers: { cookie } });
  return { url, base: new URL(url).origin, end };
}

/** The text of a file of a project. */
function read(folder, name) {
  return fs.readFileSync(path.join(folder, name), "utf8");
}

/** The line of a file that begins with this, without leading blanks. */
function line(folder, name, start) {
  // A state has the id of a message and what is known of it on two lines: here they are one.
  const joined = read(folder, name).replace(/:\n *\{/g, ": {");
  return joined.split("\n").map((text) => text.trim()).find((text) => text.startsWith(start)) ?? "";
}

/** All files of the catalogue and all pages, to compare. */
function everything(folder) {
  const files = {};
  const walk = (below) => {
    for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = path.join(below, entry.name);
      if (entry.isDirectory()) walk(name);
      else files[name] = read(folder, name);
    }
  };
  ["locales", "localized-docs"].forEach(walk);
  return files;
}

/** Waits for what follows an answer. */
async function eventually(what, check) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (check()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it did not come: ${what}`);
}

module.exports = { AXE, HANDBACK, SHOTS, Skipped, browser, edit, eventually, everything, handback, line, project, read, serve };
