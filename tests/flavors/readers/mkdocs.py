"""Reads pages as MkDocs does: Python-Markdown with the extensions of Material, Jinja by its own lexer.

python mkdocs.py < list-of-pages     a page a line; answers a line of JSON for each
"""

import json
import re
import sys

import jinja2
import markdown

import words as w

EXTENSIONS = [
    "abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "admonition",
    "pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.keys", "pymdownx.mark", "pymdownx.superfences",
    "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
    "pymdownx.blocks.admonition", "pymdownx.blocks.caption", "pymdownx.blocks.definition", "pymdownx.blocks.details",
    "pymdownx.blocks.html", "pymdownx.blocks.tab",
]  # fmt: skip
SETTINGS = {
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.blocks.tab": {"alternate_style": True},
    "pymdownx.blocks.admonition": {"types": ["note", "info", "tip", "warning", "danger", "check", "success", "example", "question"]},
}
MARK = re.compile("\ue000(.)(.)\ue001", re.S)
ICON = re.compile(r":(?:material|octicons|fontawesome|simple)-[\w-]+:|\{#[\w-]+\}")
INCLUDED = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]*\n(?:.*\n)*?[ \t]*-{1,}8<-{1,}[ \t]*$|^[ \t]*;?-+8<-+ .*$|^[ \t]*(?:\{\*.*\*\}|\{!.*!\})[ \t]*$", re.M)
FENCE = re.compile(r"^([ \t>]*)(`{3,}|~{3,})[^\n]*\n.*?^\1\2[ \t]*$|`+[^`\n]+`+", re.M | re.S)


def read(source):
    words, hidden = [], []
    tree, body = w.split(source, words)
    body = jinja(body, hidden, words, tree)
    body = INCLUDED.sub(lambda match: hide(hidden, match.group(0).strip()), body)
    for found in re.finditer(r"^[ ]{0,3}\*\[(.+?)\][ ]?:[ ]*(.*)$", body, re.M):
        tree.append([f"*[{found.group(1)}]:", []])
        words.append(found.group(2))
    # Code that a site runs as it builds a page says how, which is for another extension to read.
    body = re.sub(r'^([ \t>]*(?:`{3,}|~{3,}) *[\w.+-]*) +exec="[^\n]*$', r"\1", body, flags=re.M)
    rendered = markdown.markdown(body, extensions=EXTENSIONS, extension_configs=SETTINGS)
    tree += w.html(rendered, lambda text: of_text(text, hidden, words))
    return ["page", tree], words


def hide(hidden, label):
    hidden.append(label)
    index = len(hidden) - 1
    return f"\ue000{chr(0xE100 + (index >> 8))}{chr(0xE200 + (index & 0xFF))}\ue001"


def label_of(hidden, mark):
    return hidden[((ord(mark[0]) - 0xE100) << 8) + ord(mark[1]) - 0xE200]


def jinja(body, hidden, words, tree):
    """Hides what Jinja replaces. Code may hold braces that are not Jinja's."""
    kept = []

    def keep(match):
        kept.append(match.group(0))
        return f"\ue002{len(kept) - 1}\ue003"

    body = FENCE.sub(keep, body)
    try:
        tokens = list(jinja2.Environment(keep_trailing_newline=True).lex(body))
    except jinja2.TemplateSyntaxError:
        # A site without templates: braces are text.
        tokens = [(1, "data", body)]
    out, construct = [], None
    for _, kind, value in tokens:
        if kind in ("raw_begin", "raw_end"):
            out.append(hide(hidden, value.strip()))
        elif kind.endswith("_begin"):
            construct = value
        elif construct is not None:
            construct += value
            if kind.endswith("_end"):
                out.append(hide(hidden, w.construct(construct, words)))
                construct = None
        else:
            out.append(value)
    text = "".join(out)

    def alone(match):
        labels = [label_of(hidden, mark) for mark in MARK.findall(match.group(0))]
        if not all(label.startswith("{%") for label in labels):
            return match.group(0)
        tree.append(["alone", [[label, []] for label in labels]])
        return ""

    # Statements alone on a line leave an empty one.
    text = re.sub(f"^[ \\t]*(?:{MARK.pattern}[ \\t]*)+$", alone, text, flags=re.M | re.S)
    return re.sub("\ue002(\\d+)\ue003", lambda match: kept[int(match.group(1))], text)


def of_text(text, hidden, words):
    labels = [label_of(hidden, mark) for mark in MARK.findall(text)]
    rest = MARK.sub(" ", text)
    labels += ICON.findall(rest)
    rest = ICON.sub(" ", rest)
    if w.letters(rest):
        words.append(rest)
    return [[f"~{label}", []] for label in labels]


for path in sys.stdin.read().splitlines():
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            source = file.read().replace("\r\n", "\n")
        tree, found = read(source)
        answer = {"tree": tree, "words": found}
    except Exception as error:  # noqa: BLE001, whatever a page makes of a parser is the answer
        answer = {"error": f"{type(error).__name__}: {error}".split("\n")[0]}
    print(json.dumps({"path": path, **answer}))
