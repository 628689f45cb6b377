"""Reads pages as mdBook does: it builds a book of them. What the book does not hold is shown as it was put in.

python mdbook.py < list-of-pages     a page a line; answers a line of JSON for each

A `SUMMARY.md` is a book of its own, of which the list of chapters is read.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

import bs4
import words as w

CONFIG = """
[book]
title = "Book"
[output.html]
smart-punctuation = false
[output.html.search]
enable = false
"""
MDBOOK = os.path.join(os.path.dirname(sys.executable), "mdbook")
# What the preprocessor mdbook-admonish makes of its fences before mdBook sees them, with its title as an attribute.
ADMONISH = re.compile(r"^([ ]*)(`{3,}|~{3,})[ ]*admonish\b([^\n]*)\n(.*?)^\1\2[`~]*[ ]*$", re.M | re.S)
PUT_IN = re.compile(r"\\?\{\{\s*#[^}]*\}\}")


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def build(folder, summary, pages):
    write(f"{folder}/book.toml", CONFIG)
    write(f"{folder}/src/SUMMARY.md", summary)
    for name, source in pages.items():
        write(f"{folder}/src/{name}.md", ADMONISH.sub(admonition, source))
    ran = subprocess.run([MDBOOK, "build", folder], capture_output=True, text=True, check=False)
    return None if ran.returncode == 0 else (ran.stdout + ran.stderr)[-300:]


def admonition(fence):
    margin, _, info, body = fence.groups()
    title = re.search(r'title=("[^"]*")|"', info)
    attribute = f" title={title.group(1)}" if title and title.group(1) else ""
    return f"{margin}<div{attribute}>\n\n{body}\n{margin}</div>"


def text_of(words):
    def text(value):
        put_in = [[f"~{found}", []] for found in PUT_IN.findall(value)]
        rest = PUT_IN.sub(" ", value)
        if w.letters(rest):
            words.append(rest)
        return put_in

    return text


def slug(text):
    """The id that mdBook gives to a heading."""
    kept = (c.lower() if c.isalnum() or c in "_-" else "-" if c.isspace() else "" for c in text)
    return "".join(kept)


def plain(main, source):
    """The page without what mdBook adds to headings and terms: links to them, and ids of their texts that the source does not give."""
    for heading in main.find_all(re.compile("^(h[1-6]|dt)$")):
        for link in heading.find_all("a", class_="header"):
            link.unwrap()
        given = heading.get("id", "")
        is_of_text = re.fullmatch(re.escape(slug(heading.get_text())) + r"(-\d+)?", given)
        if is_of_text and not re.search(r"^[ >]*#+ .*\{[^}\n]*#" + re.escape(given) + r"[\s}]", source, re.M):
            del heading["id"]
    return main.decode_contents()


def tree(built, source):
    page = bs4.BeautifulSoup(built, "html.parser")
    words = []
    title = page.title.get_text().removesuffix(" - Book")
    head = [] if title == "page" else [["title", []]]
    words.extend([title] if head else [])
    return ["page", [*head, *w.html(plain(page.find("main"), source), text_of(words))]], words


def chapters(source):
    """The list of chapters that a summary makes."""
    with tempfile.TemporaryDirectory() as folder:
        error = build(folder, source, {})
        if error:
            return {"error": error}
        with open(f"{folder}/book/toc.html", encoding="utf-8") as file:
            page = bs4.BeautifulSoup(file.read(), "html.parser")
    words = []
    return {"tree": ["summary", w.html(page.body.decode_contents(), text_of(words))], "words": words}


def main():
    paths = sys.stdin.read().splitlines()
    answers, sources = {}, {}
    for index, path in enumerate(paths):
        with open(path, encoding="utf-8-sig", newline="") as file:
            source = file.read()
        if os.path.basename(path) == "SUMMARY.md":
            answers[index] = chapters(source)
        else:
            sources[f"p{index}"] = source
    with tempfile.TemporaryDirectory() as folder:
        error = build(folder, "".join(f"- [page]({name}.md)\n" for name in sources), sources)
        if error:
            raise SystemExit(error)
        for name in sources:
            with open(f"{folder}/book/{name}.html", encoding="utf-8") as file:
                structure, words = tree(file.read(), sources[name])
            answers[int(name[1:])] = {"tree": structure, "words": words}
    for index, path in enumerate(paths):
        print(json.dumps({"path": path, **answers[index]}))


main()
