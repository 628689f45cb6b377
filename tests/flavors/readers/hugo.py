"""Reads pages as Hugo does: it builds a site of them whose shortcodes say how they were called.

python hugo.py < list-of-pages     a page a line; answers a line of JSON for each

The first half of the list is the English. A shortcode that none of it closes has no body, as in its site; one that it does
not have ends a build, so pages with such a name are refused before.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

import words as w

CONFIG = """
disableKinds = ["taxonomy", "term", "sitemap", "robotsTXT", "404"]
enableEmoji = false
timeout = "60s"
[markup.highlight]
codeFences = false
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser]
autoHeadingID = false
[markup.goldmark.parser.attribute]
block = true
title = true
[markup.goldmark.extensions]
typographer = false
[outputFormats.pages]
baseName = "pages"
mediaType = "application/json"
isPlainText = true
[outputs]
home = ["pages"]
page = []
section = []
"""
HOME = """{{ range .Site.RegularPages }}{{ dict "page" .File.ContentBaseName "title" .Title "params" .Params "content" .Content | jsonify }}
{{ end }}"""
CALL = '<x-call data-name="{{ .Name }}" data-named="{{ .IsNamedParams }}" data-params="{{ .Params | jsonify }}">'
ALONE = CALL + "</x-call>"
PAIRED = CALL + '{{ .InnerDeindent | .Page.RenderString (dict "display" "block") }}</x-call>'
RAW = CALL + "<pre>{{ .Inner }}</pre></x-call>"
IS_RAW = {"highlight", "mermaid", "math", "katex", "chart", "plantuml", "code", "graphviz", "latex", "html", "rawhtml", "comment"}
SHORTCODE = re.compile(r"\{\{([<%])\s*(/?)\s*([\w./-]+)[^{}]*?(/?)\s*[>%]\}\}")
# Where a shortcode stands for a part of an address, in a link or a definition. A site's has no tags in it there.
DESTINATION = re.compile(r"\]\(<?[^()\n]*?\{\{[<%](?:[^\n}]|\}(?!\}))*\}\}[^()\n]*\)|^[ >]*\[[^\]\n]+\]:.*\{\{[<%].*$", re.M)
FAILED = re.compile(r"/content/(p\d+)\.md")


def names(source):
    source = re.sub(r"\{\{[<%]/\*.*?\*/[>%]\}\}", "", source, flags=re.S)
    found = [(name, bool(before or behind)) for _, before, name, behind in SHORTCODE.findall(source)]
    return {name for name, _ in found}, {name for name, closes in found if closes}


def plain_calls(address):
    """An address with the names and arguments of its shortcodes in their place."""
    return SHORTCODE.sub(lambda call: "call-" + re.sub(r"[^\w./-]+", "-", call.group(0)).strip("-"), address.group(0))


def build(folder, sources, known, closed):
    """Builds the pages; those that Hugo refuses are left out, one after another."""
    os.makedirs(f"{folder}/content")
    os.makedirs(f"{folder}/layouts/shortcodes")
    write(f"{folder}/config.toml", CONFIG)
    write(f"{folder}/layouts/index.json", HOME)
    write(f"{folder}/layouts/_default/single.html", "")
    write(f"{folder}/layouts/_default/list.html", "")
    for name in known:
        stub = ALONE if name not in closed else RAW if name in IS_RAW else PAIRED
        write(f"{folder}/layouts/shortcodes/{name}.html", stub)
    errors = {}
    for index, source in sources.items():
        unknown = names(source)[0] - known
        if unknown:
            errors[index] = f"no shortcode is called {sorted(unknown)[0]}"
        else:
            write(f"{folder}/content/p{index:06}.md", DESTINATION.sub(plain_calls, source))
    while True:
        ran = subprocess.run(
            ["hugo", "--buildDrafts", "--buildExpired", "--buildFuture", "--source", folder],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        said = ran.stdout + ran.stderr
        refused = set(FAILED.findall(said))
        if ran.returncode == 0 or not refused:
            break
        for page in refused:
            errors[int(page[1:])] = next(line for line in said.splitlines() if page in line)[-300:]
            if os.path.exists(f"{folder}/content/{page}.md"):
                os.remove(f"{folder}/content/{page}.md")
    if ran.returncode:
        raise SystemExit(said)
    pages = {}
    with open(f"{folder}/public/pages.json", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            pages[int(page["page"][1:])] = page
    return pages, errors


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def tree(page):
    words = []
    params = {key: value for key, value in page["params"].items() if key not in ("iscjklanguage", "draft")}
    head = ["front matter", w.front_matter(params, words)]

    def text(value):
        # The title of an alert stands in the line of its mark.
        alert = re.match(r"\s*(\[![A-Za-z]+\][+-]?)([^\n]*)", value)
        if alert:
            value = value[alert.end(1) :]
        if w.letters(value):
            words.append(value)
        return [[alert.group(1) + (" title" if w.letters(alert.group(2)) else ""), []]] if alert else []

    def attributes(tag):
        if tag.name != "x-call":
            return None
        params = json.loads(tag["data-params"] or "null") or []
        pairs = params.items() if isinstance(params, dict) else [("", value) for value in params]
        shown = []
        position = w.KNOWN["positions"].get(tag["data-name"].lower())
        for at, (name, value) in enumerate(pairs):
            value = value if isinstance(value, str) else json.dumps(value)
            is_words = w.is_worded(name) or (not name and at == position) or (name.lower() not in w.WORDLESS and w.is_sentence(value))
            is_words = is_words and w.letters(value) and not (name == "name" and " " not in value)
            words.extend([value] if is_words else [])
            shown.append(f"{name}={'words' if is_words else value!r}")
        return " ".join(["call", tag["data-name"], *shown])

    return ["page", [head, *w.html(page["content"], text, attributes)]], words


def main():
    paths = sys.stdin.read().splitlines()
    sources = {}
    for index, path in enumerate(paths):
        with open(path, encoding="utf-8-sig", newline="") as file:
            sources[index] = file.read()
    known, closed = set(), set()
    english = list(sources.values())[: (len(paths) + 1) // 2]
    for source in english:
        found, ended = names(source)
        known |= found
        closed |= ended
    pages, errors = {}, {}
    # A page that Hugo refuses makes it build the others again: not all of them at once.
    for start in range(0, len(paths), 100):
        some = {index: sources[index] for index in range(start, min(start + 100, len(paths)))}
        with tempfile.TemporaryDirectory() as folder:
            built, refused = build(folder, some, known, closed)
        pages |= built
        errors |= refused
    for index, path in enumerate(paths):
        answer = {"error": errors.get(index, "Hugo does not list it")}
        if index in pages:
            structure, words = tree(pages[index])
            answer = {"tree": structure, "words": words}
        print(json.dumps({"path": path, **answer}))


main()
