"""Looks at the links of all Markdown files that are the project's own: the file is there, and so is the heading.

    links.py

Headings have the anchors that GitHub gives them. Addresses of other hosts are not asked. Every page of docs/en can be reached from
docs/en/index.md.
"""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
# Documents of sites that are samples, with links for those sites.
SAMPLES = ("source-docs/", "localized-docs/", "tests/", "fuzz/", "crates/", "locales/")


def files():
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", "*.md"]
    names = subprocess.run(words, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout.split()
    return [ROOT / name for name in sorted(set(names)) if not name.startswith(SAMPLES) and (ROOT / name).exists()]


def inline(tokens):
    for token in tokens:
        yield token
        yield from inline(token.children or [])


def slug(text):
    kept = [one for one in text.strip().lower() if one in " -_" or unicodedata.category(one)[0] in "LNM"]
    return "".join(kept).replace(" ", "-")


def anchors(tokens):
    seen, found = {}, set()
    for before, token in zip(tokens, tokens[1:]):
        if before.type == "heading_open":
            text = "".join(one.content for one in inline(token.children) if one.type in ("text", "code_inline"))
            number = seen.get(slug(text), 0)
            seen[slug(text)] = number + 1
            found.add(slug(text) + (f"-{number}" if number else ""))
    for token in inline(tokens):
        if token.type in ("html_inline", "html_block"):
            found |= set(re.findall(r'(?:name|id)="([^"]+)"', token.content))
    return found


def main():
    pages = {path: MarkdownIt("gfm-like", {"linkify": False}).parse(path.read_text()) for path in files()}
    targets = {path: anchors(tokens) for path, tokens in pages.items()}
    problems, leads = [], {path: set() for path in pages}
    for path, tokens in pages.items():
        for token in inline(tokens):
            address = token.attrGet("href") or token.attrGet("src")
            if token.type not in ("link_open", "image") or not address or urlsplit(address).scheme:
                continue
            parts = urlsplit(address)
            to = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            leads[path].add(to)
            if not to.exists():
                problems.append(f"{path.relative_to(ROOT)}: {address} leads nowhere")
            elif parts.fragment and to in targets and unquote(parts.fragment) not in targets[to]:
                problems.append(f"{path.relative_to(ROOT)}: {address}: there is no such heading")
    index = ROOT / "docs/en/index.md"
    reached, open_pages = set(), [index]
    while open_pages:
        page = open_pages.pop()
        if page not in reached:
            reached.add(page)
            open_pages += leads.get(page, ())
    problems += [f"{path.relative_to(ROOT)}: no way leads here from docs/en/index.md" for path in pages if path.is_relative_to(ROOT / "docs/en") and path not in reached]
    for problem in problems:
        print(f"FAILED  {problem}", file=sys.stderr)
    if not problems:
        print(f"ok  links of {len(pages)} files")
    return 1 if problems else 0


sys.exit(main())
