"""What of arguments and front matter is words for readers, for the readers in Python; and HTML as a tree without words."""

import json
import os
import re

import bs4
import yaml

KNOWN = json.load(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.json"), encoding="utf-8"))
NAMES = {name.lower() for name in KNOWN["names"]}
WORDLESS = {name.lower() for name in KNOWN["wordless"]}
CODE = {"pre", "code", "kbd", "samp", "var", "script", "style", "tt", "svg", "math"}
INLINE = {"a", "abbr", "b", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "s", "span", "strong", "sub", "sup", "br"}
ARGUMENT = re.compile(r"""(?:([\w:@.-]+)\s*=\s*)?("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)""", re.S)


def letters(text):
    return any(c.isalpha() for c in text)


def is_worded(name):
    """`title`, `buttonText`, `image_alt`."""
    ends = any(
        re.search(rf"[a-z0-9]{ending.capitalize()}$|[-_]{ending}$", name) for ending in KNOWN["endings"]
    )
    return name.lower() in NAMES or ends and not name.startswith("data-")


def is_sentence(value):
    """More than one word, and no path, address or code."""
    count = sum(letters(word) for word in value.split())
    return count > 1 and not re.search(r"[={}<|/]", value)


def construct(source, words):
    """A construct with its words taken out."""

    called = re.match(r"\{[{%]-?[<%]?\s*([\w./-]+)", source)
    position = KNOWN["positions"].get(called.group(1).lower()) if called else None
    count = -1

    def argument(match):
        nonlocal count
        count += not match.group(1)
        name, value = match.group(1) or "", match.group(2)[1:-1]
        is_words = is_worded(name) if name else count == position or is_sentence(value)
        is_words = is_words or (name and name.lower() not in WORDLESS and is_sentence(value))
        if not (is_words and letters(value)):
            return match.group(0)
        words.append(value)
        return f"{name}=words" if name else "words"

    return re.sub(r"\s+", " ", ARGUMENT.sub(argument, source))


def front_matter(value, words, name=""):
    """The values of front matter as nodes."""
    if isinstance(value, dict):
        return [[f"{key}:", front_matter(inner, words, str(key))] for key, inner in value.items()]
    if isinstance(value, list):
        return [["-", front_matter(item, words, name)] for item in value]
    if isinstance(value, str) and is_worded(name) and letters(value):
        words.append(value)
        return [["words", []]]
    return [[repr(value), []]]


class Loader(yaml.SafeLoader):
    """Tags that a site adds, and dates, are what is written."""


Loader.add_multi_constructor("", lambda loader, tag, node: f"{tag} {node.value}")
Loader.add_constructor("tag:yaml.org,2002:timestamp", yaml.SafeLoader.construct_yaml_str)


def split(source, words):
    """Nodes of YAML front matter, and the rest of a page."""
    found = re.match(r"---[ \t]*\r?\n(.*?\r?\n)?---[ \t]*(?:\r?\n|$)", source, re.S)
    if not found:
        return [], source
    value = yaml.load(found.group(1) or "", Loader)
    return [["front matter", front_matter(value, words)]], source[found.end() :]


def html(source, text, attributes=None):
    """HTML as nodes. `text` returns the nodes of a text; `attributes` those of a tag, if it is one of ours."""

    def nodes(tag, is_code):
        out = []
        for child in tag.children:
            if isinstance(child, bs4.Comment):
                out.append([f"<!--{child}-->", []])
            elif isinstance(child, bs4.NavigableString) and is_code:
                # Browsers show no line ends in formulas.
                is_blank = tag.name.startswith("m") and not str(child).strip()
                out += [] if is_blank else [[f"~{str(child)!r}", []]]
            elif isinstance(child, bs4.NavigableString):
                out += text(str(child))
            elif child.name == "abbr" and not is_code:
                out += nodes(child, is_code)
            else:
                out.append(element(child, is_code))
        return out

    def element(tag, is_code):
        label = attributes and attributes(tag)
        if not label:
            label = " ".join([tag.name, *(attribute(name, value) for name, value in tag.attrs.items())])
        mark = "~" if tag.name in INLINE or tag.name.startswith("x-") else ""
        # `mtext` holds the words of a formula.
        return [f"{mark}<{label}>", nodes(tag, tag.name != "mtext" and (is_code or tag.name in CODE))]

    def attribute(name, value):
        value = " ".join(value) if isinstance(value, list) else value
        if not (is_worded(name) and letters(value)):
            return f"{name}={value!r}"
        return " ".join([f"{name}=words", *(label for label, _ in text(value))])

    return nodes(bs4.BeautifulSoup(source, "html.parser"), False)
