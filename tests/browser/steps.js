// What a translator does, each in a project of its own.
"use strict";

const assert = require("node:assert/strict");
const { edit, eventually, everything, handback, line, read } = require("./support.js");
const { look } = require("./looks.js");

const GUIDE = "docs/certification-guide.md";
const SHARED = "locales/fr-FR/shared";

const heading = (page) => page.locator("h1 .id").innerText();

/** Opens the message that is found by some words, by the keyboard alone. */
async function search(page, words, state = "human") {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.waitForURL(/text=/);
  await page.getByRole("checkbox", { name: state }).check();
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/state=/);
}

async function only_with_the_token({ page, review }) {
  const refused = await page.goto(`${review.base}/fr-FR/queue`);
  assert.equal(refused.status(), 403);
  await page.goto(review.url);
  await page.waitForURL(`${review.base}/fr-FR/queue`);
  assert.equal(await page.evaluate(() => document.cookie), "", "scripts do not see the cookie");
}

async function approve_and_undo({ page, review, folder }) {
  await page.goto(review.url);
  const before = everything(folder);
  await look(page, "queue");
  // What went stale comes first, then what is missing, then what a machine wrote.
  assert.equal(await page.locator(".queue .badge").first().innerText(), "stale");
  await page.getByRole("checkbox", { name: "stale" }).uncheck();
  await page.getByRole("checkbox", { name: "missing" }).uncheck();
  await page.getByRole("button", { name: "Show" }).click();
  await page.locator(".queue a").first().click();
  const id = await heading(page);
  assert.match(line(folder, `${SHARED}.yaml`, `${id}: `), /type: MT/);
  await page.keyboard.press("a");
  await page.getByText(`Approved: ${id}.`).waitFor();
  assert.notEqual(await heading(page), id, "the next one is open");
  assert.match(page.url(), /state=machine/, "the filter stays");
  assert.match(line(folder, `${SHARED}.yaml`, `${id}: `), /type: HT.*date: 2026-04-02, reviewer: "Ada Lovelace"/);
  assert.equal(read(folder, `${SHARED}.ftl`), before[`${SHARED}.ftl`], "the wording is as it was");
  await page.keyboard.press("u");
  await page.getByText(`Taken back: “Approved” of ${id}.`).waitFor();
  assert.equal(await heading(page), id);
  await eventually("all files as before", () => JSON.stringify(everything(folder)) === JSON.stringify(before));
}

async function a_broken_placeable({ page, review, folder }) {
  const id = "the-table-shows-which-laws-and";
  await page.goto(review.url);
  const before = everything(folder);
  await search(page, "laws and standards");
  await page.getByText(id).click();
  await page.keyboard.press("e");
  const field = page.getByLabel("Wording");
  const good = await field.inputValue();
  assert.match(good, /\{ \$app \}/);
  await field.fill(good.replace("{ $app }", "{ $application }"));
  const missing = page.locator("#proof .refused", { hasText: "the translation lacks `{ $app }`, which the English has" });
  await missing.waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("alert").getByText("Not saved: ").waitFor();
  assert.match(await field.inputValue(), /\{ \$application \}/, "what was typed is still there");
  await look(page, "refused");
  assert.deepEqual(everything(folder), before, "nothing was written");
  await field.fill(good.replace("{ $app }", "l’application { $app }"));
  await page.keyboard.press("Control+Enter");
  await page.getByText(`Saved: ${id}.`).waitFor();
  assert.match(line(folder, `${SHARED}.ftl`, id), /l’application \{ \$app \} est évalué/);
  const written = "normes l’application Fabrikam Mail Guard est évalué";
  const output = "localized-docs/fr-FR/apps/outlook/fabrikam-mail-guard.md";
  await eventually("the page is regenerated", () => read(folder, output).includes(written));
  await page.keyboard.press("u");
  await eventually("all files as before", () => JSON.stringify(everything(folder)) === JSON.stringify(before));
}

async function stale_text_with_a_draft({ page, review, folder }) {
  // The review is open already, and sees what another command wrote.
  handback(folder, "translate", "--locale", "fr-FR", "--provider", "pseudo", "--date", "2026-04-01");
  // It looks for changes by others once a second.
  await page.waitForTimeout(1200);
  await page.goto(review.url);
  await page.locator(".queue a").first().click();
  assert.match(await page.locator("#english + p").innerHTML(), /<del>.*<ins>/s);
  await look(page, "stale");
  await page.keyboard.press("c");
  await page.keyboard.type("How long now?");
  await page.keyboard.press("Enter");
  const id = await heading(page);
  await page.getByText(`Noted: ${id}.`).waitFor();
  assert.match(line(folder, "locales/fr-FR/docs/certification-guide.yaml", `${id}: `), /note: "How long now\?"/);
  await page.keyboard.press("d");
  await page.getByText(`Draft accepted: ${id}.`).waitFor();
  assert.match(line(folder, "locales/fr-FR/docs/certification-guide.yaml", `${id}: `), /type: HT, origin: mt:pseudo/);
  assert.match(line(folder, "locales/fr-FR/docs/certification-guide.ftl", id), /⟦.*⟧/);
}

async function a_similar_text({ page, review, folder }) {
  const question = "You may close it at any time.";
  edit(folder, `source-docs/${GUIDE}`, question, `${question}\n\n   A badge is valid for **one month**. Renew it in time[^1], or it disappears from the app page.`);
  handback(folder, "sync", "--no-mt", "--date", "2026-04-01");
  await page.waitForTimeout(1200);
  await page.goto(review.url);
  await page.locator(".queue a", { hasText: "one month" }).first().click();
  const alike = page.locator(".alike").first();
  assert.match(await alike.innerHTML(), /<del>.*<\/del><ins>.*month/s);
  await look(page, "similar");
  await alike.getByRole("button", { name: "Put in" }).click();
  const field = page.getByLabel("Wording");
  assert.equal(await field.inputValue(), (await alike.locator("p").nth(1).innerText()).trim());
  assert.match(await field.inputValue(), /\[\^1\]/);
}

async function documents_and_locales({ page, review }) {
  await page.goto(review.url);
  await page.getByRole("link", { name: "Documents", exact: true }).click();
  await look(page, "documents");
  await page.getByRole("link", { name: GUIDE }).click();
  await look(page, "document");
  const unit = page.locator("a.unit", { hasText: "valid for more than" });
  await unit.hover();
  const backs = await unit.locator(".text").evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  assert.equal(backs.length, 2);
  assert.ok(backs[0] === backs[1] && backs[0] !== "rgba(0, 0, 0, 0)", "both languages are lit");
  await page.keyboard.press("l");
  await page.getByRole("link", { name: "de-DE" }).click();
  await page.waitForURL(/\/de-DE\/document\?/);
  await page.locator("a.unit", { hasText: "valid for more than" }).click();
  assert.equal(await page.locator("h1 .badge").innerText(), "missing");
  assert.equal(await page.locator("textarea").getAttribute("lang"), "de-DE");
  await page.keyboard.press("q");
  await page.waitForURL(/\/de-DE\/queue/);
}

async function a_message_that_changed_meanwhile({ page, review, folder }) {
  const id = "the-table-shows-which-laws-and";
  await page.goto(review.url);
  await search(page, "laws and standards");
  await page.getByText(id).click();
  const field = page.getByLabel("Wording");
  await field.fill((await field.inputValue()).replace("Le tableau", "Ce tableau"));
  edit(folder, `${SHARED}.ftl`, "Le tableau indique au regard", "Le tableau montre au regard");
  await page.getByRole("button", { name: "Save wording" }).click();
  await page.getByRole("alert").getByText("Somebody changed this message").waitFor();
  assert.match(await field.inputValue(), /^Ce tableau indique/);
  assert.match(line(folder, `${SHARED}.ftl`, id), /Le tableau montre/);
  await look(page, "changed");
}

async function keys_are_listed({ page, review }) {
  await page.goto(review.url);
  await page.keyboard.press("?");
  await page.getByText("accept the draft").waitFor();
  await look(page, "keys");
  await page.keyboard.press("Escape");
  assert.equal(await page.getByText("accept the draft").isVisible(), false);
  await page.keyboard.press("Enter");
  const first = await heading(page);
  await page.keyboard.press("n");
  await page.waitForURL((url) => !url.href.includes(`id=${first}`));
  await page.keyboard.press("p");
  await page.waitForURL((url) => url.href.includes(`id=${first}`));
}

async function without_javascript({ page, review, folder }) {
  await page.goto(review.url);
  await page.locator(".queue a", { hasText: "Identity" }).first().click();
  const field = page.getByLabel("Wording");
  await field.fill("[Identité](x.md)");
  await page.getByRole("button", { name: "Check" }).click();
  await page.locator("#proof", { hasText: "the English does not have the link to `x.md`" }).waitFor();
  await field.fill("Identité");
  await page.getByRole("button", { name: "Approve" }).click();
  await page.getByText("Approved: identity.").waitFor();
  assert.match(line(folder, `${SHARED}.yaml`, "identity: "), /type: HT/);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.match(line(folder, `${SHARED}.yaml`, "identity: "), /type: MT/);
}

module.exports = {
  only_with_the_token,
  approve_and_undo,
  a_broken_placeable,
  stale_text_with_a_draft,
  a_similar_text,
  documents_and_locales,
  a_message_that_changed_meanwhile,
  keys_are_listed,
  without_javascript,
};
