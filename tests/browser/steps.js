// What a translator does, each in a project of its own.
"use strict";

const assert = require("node:assert/strict");
const { edit, eventually, everything, handback, line, read } = require("./support.js");
const { look } = require("./looks.js");

const GUIDE = "docs/certification-guide.md";
const SHARED = "locales/fr-FR/shared";

const heading = (page) => page.locator("h1 .id").innerText();

/** Lists what holds some words, by the keyboard alone. */
async function search(page, words) {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\?text=/);
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
  await page.getByText(`Undone: “Approved” of ${id}.`).waitFor();
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
  const field = page.getByRole("textbox", { name: /^Your translation/ });
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
  await page.waitForURL(/\/entry/);
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
  await alike.getByRole("button", { name: "Copy", exact: true }).click();
  const field = page.getByRole("textbox", { name: /^Your translation/ });
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
  const field = page.getByRole("textbox", { name: /^Your translation/ });
  await field.fill((await field.inputValue()).replace("Le tableau", "Ce tableau"));
  edit(folder, `${SHARED}.ftl`, "Le tableau indique au regard", "Le tableau montre au regard");
  await page.getByRole("button", { name: "Save translation" }).click();
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
  // Nothing behind the list of keys takes one.
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  assert.equal(await page.getByText("accept the draft").isVisible(), false);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/entry/);
  const first = await heading(page);
  // A key that is faster than the browser, which leaves the focus in the closed list for a moment, is for the page, too.
  await page.keyboard.press("q");
  await page.waitForURL(/queue/);
  const went = await page.evaluate(() => {
    const dialog = document.getElementById("keys");
    dialog.showModal();
    const inside = dialog.querySelector("input");
    dialog.close();
    let link;
    document.addEventListener("click", (event) => { link = event.target.closest("[data-key=Enter]"); }, { once: true });
    inside.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    return Boolean(link);
  });
  assert.ok(went, "a key after the list was closed");
  assert.equal(await heading(page), first);
  await page.keyboard.press("n");
  await page.waitForURL((url) => !url.href.includes(`id=${first}`));
  await page.keyboard.press("p");
  await page.waitForURL((url) => url.href.includes(`id=${first}`));
}

async function without_javascript({ page, review, folder }) {
  await page.goto(review.url);
  await page.locator(".queue a", { hasText: "Identity" }).first().click();
  const field = page.getByRole("textbox", { name: /^Your translation/ });
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

async function many_at_once({ page, review, folder }) {
  await page.goto(review.url);
  const before = everything(folder);
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  // The second one has no translation yet.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await page.getByText("2 selected").waitFor();
  await look(page, "selected");
  await page.getByRole("button", { name: "Approve …" }).click();
  await page.getByRole("heading", { name: "Approve 1 message?" }).waitFor();
  await page.getByText("its English changed: accept the draft, or say that it is still valid").waitFor();
  assert.deepEqual(everything(folder), before, "nothing is decided yet");
  await page.getByRole("link", { name: "Back to the queue" }).click();
  await page.getByLabel(/that the filter finds/).check();
  await page.getByRole("button", { name: "Approve …" }).click();
  const button = page.getByRole("button", { name: /^Approve \d+ messages$/ });
  const count = Number(/\d+/.exec(await button.innerText())[0]);
  assert.ok(count > 30, "more than a page of them");
  await look(page, "many");
  // Somebody else words one of them meanwhile.
  edit(folder, `${SHARED}.ftl`, "app-name = Nom de l’application", "app-name = Le nom de l’application");
  await button.click();
  await page.getByText(`Approved: ${count - 1} messages.`).waitFor();
  await page.getByText("it changed since the list was made: app-name").waitFor();
  await look(page, "many-done");
  assert.match(line(folder, `${SHARED}.yaml`, "identity: "), /type: HT.*reviewer: "Ada Lovelace"/);
  await page.keyboard.press("u");
  await page.getByText(`Undone: “Approved” of ${count - 1} messages.`).waitFor();
  assert.match(line(folder, `${SHARED}.yaml`, "identity: "), /type: MT/);
  assert.match(line(folder, `${SHARED}.ftl`, "app-name = "), /Le nom de l’application/, "what was edited by hand stays");
}

async function words_in_all_states({ page, review, folder }) {
  await page.goto(review.url);
  await search(page, "laws and standards");
  // Of texts that a person approved, too: the queue would leave them out.
  await page.locator(".queue .badge.human").first().waitFor();
  assert.equal(await page.locator(".queue mark").first().innerText(), "laws and standards");
  await look(page, "search");
  await page.getByRole("link", { name: "Only what needs a person" }).click();
  await page.getByText(/left out by the filter/).waitFor();
  await page.getByRole("link", { name: "Search everything" }).click();
  await page.waitForURL(/search\?text=/);
  // A text that is gone from the documents is remembered.
  edit(folder, `source-docs/${GUIDE}`, "How to get an app certified", "How to certify");
  handback(folder, "sync", "--no-mt", "--date", "2026-04-01");
  await page.waitForTimeout(1200);
  await search(page, "nowhere-at-all");
  await page.getByText("These words are nowhere in fr-FR.").waitFor();
}

async function glossary_page_and_history({ page, review, folder }) {
  const glossary = "version: 1\nterms:\n  - {term: badge, translation: badge, note: one word, forbidden: [écusson]}\n";
  require("node:fs").writeFileSync(`${folder}/locales/fr-FR/glossary.yaml`, glossary);
  handback(folder, "translate", "--locale", "fr-FR", "--provider", "pseudo", "--date", "2026-04-01");
  await page.waitForTimeout(1200);
  await page.goto(review.url);
  await page.locator(".queue a").first().click();
  assert.match(await page.locator(".terms").innerText(), /badge\s+badge not: écusson\s+one word/);
  // The page beside the text: before, and after what is typed.
  await page.locator(".side mark").first().waitFor();
  assert.equal(await page.locator(".side").count(), 2);
  await page.keyboard.press("e");
  const field = page.getByRole("textbox", { name: /^Your translation/ });
  await field.fill("Un <script>alert(1)</script> **badge** ");
  await page.keyboard.press("Alt+1");
  assert.equal(await field.inputValue(), "Un <script>alert(1)</script> **badge** [^1]");
  const after = page.getByRole("region", { name: "Localized page with your translation" });
  await after.locator("mark strong", { hasText: "badge" }).waitFor();
  assert.equal(await after.locator("script, img, a").count(), 0);
  assert.equal(await page.locator(".side h1, .side h2, .side h3").count(), 0, "the headings of the page are not ours");
  await look(page, "page");
  await field.fill("");
  await page.keyboard.press("Escape");
  const id = await heading(page);
  page.once("dialog", (dialog) => dialog.accept());
  await page.keyboard.press("h");
  await page.getByRole("heading", { name: `History of ${id}` }).waitFor();
  await page.getByText("HT", { exact: true }).first().waitFor();
  await look(page, "history");
  // One can ask about what has no translation.
  await page.goto(`${review.base}/de-DE/queue?state=missing`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/de-DE\/entry/);
  await page.keyboard.press("c");
  await page.keyboard.type("Which app?");
  await page.keyboard.press("Enter");
  await page.getByText(/^Noted: /).waitFor();
  await page.keyboard.press("q");
  await page.locator(".queue .note", { hasText: "Which app?" }).waitFor();
}

async function single_keys_can_be_switched_off({ page, review, folder }) {
  await page.goto(review.url);
  const before = everything(folder);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/entry/);
  const first = await heading(page);
  await page.keyboard.press("?");
  await page.getByLabel(/Single letters and signs are keys/).uncheck();
  await page.keyboard.press("Escape");
  for (const key of ["a", "n", "r", "?", "/"]) await page.keyboard.press(key);
  assert.equal(await heading(page), first);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.reload();
  await page.keyboard.press("n");
  assert.equal(await heading(page), first, "that is remembered");
  assert.deepEqual(everything(folder), before);
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByLabel(/Single letters and signs are keys/).check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.waitForURL((url) => !url.href.includes(`id=${first}`));
}

async function the_team_s_site({ page, folder }) {
  handback(folder, "site", "site", "--date", "2026-04-02");
  // As a file: no server is needed, and nothing is asked of one.
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`file://${folder}/site/index.html`);
  assert.equal(await page.locator("table.locales tbody tr").count(), 4);
  const styled = await page.evaluate(() => getComputedStyle(document.querySelector("table")).borderCollapse);
  assert.equal(styled, "collapse", "the style sheet is applied");
  await look(page, "site-overview");
  await page.getByRole("link", { name: "fr-FR" }).first().click();
  assert.match(await page.locator(".lead").innerText(), /% current of/);
  await look(page, "site-locale");
  await page.getByRole("link", { name: "Show the work" }).click();
  const first = page.locator("article").first();
  assert.equal(await first.locator(".badge").innerText(), "stale");
  assert.match(await first.locator("dd").first().innerHTML(), /<del>.*<ins>/s);
  assert.equal(await page.locator("article script").count(), 0, "texts are texts");
  await look(page, "site-work");
  await page.getByRole("link", { name: "Documents" }).click();
  assert.match(await page.locator("table.matrix").innerText(), /certification-guide/);
  await look(page, "site-documents");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("header").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  assert.deepEqual(asked.filter((url) => !url.startsWith("file:")), []);
}

async function pages_in_both_languages({ page, folder }) {
  handback(folder, "render", "--side-by-side", "--format", "html", "--locale", "ja-JP", "--out", "both");
  await page.goto(`file://${folder}/both/docs/certification-guide.md.html`);
  assert.equal(await page.locator("tbody tr td[lang=ja-JP]").count(), await page.locator("tbody tr").count());
  await look(page, "both-languages");
}

module.exports = {
  pages_in_both_languages,
  the_team_s_site,
  many_at_once,
  words_in_all_states,
  glossary_page_and_history,
  single_keys_can_be_switched_off,
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
