"""Writes Fluent files again, in place, as other people's tools do.

    rewrite.py TOOL SHAPE FILE ...

TOOL    fluent.syntax, moz.l10n, translate-toolkit, weblate: see below
SHAPE   whole      nothing but what the tool itself does
        sorted     messages by their ids
        bare       without comments
        regrouped  in the opposite order, and every second message in a group of its own

Exits with 1 if a tool refuses a file.
"""

import io
import pathlib
import sys

from fluent.syntax import ast, parse, serialize
from moz.l10n.formats.fluent.parse import fluent_parse
from moz.l10n.formats.fluent.serialize import fluent_serialize
from translate.convert.fluent2po import convertfluent
from translate.storage.fluent import FluentFile
from translate.storage.po import pofile


def fluent_syntax(text):
    return serialize(parse(text))


def moz_l10n(text):
    return "".join(fluent_serialize(fluent_parse(text)))


def translate_toolkit(text):
    return saved(FluentFile(io.BytesIO(text.encode())))


def weblate(text):
    """As Weblate does with its translate-toolkit: every translation comes back from a person, here by way of a PO file."""
    store, catalog = FluentFile(io.BytesIO(text.encode())), io.BytesIO()
    convertfluent(io.BytesIO(text.encode()), catalog, io.BytesIO(text.encode()))
    catalog.seek(0)
    texts = {}
    for unit in pofile(catalog).units:
        texts.update((place, unit.target) for place in unit.getlocations())
    for unit in store.units:
        if not unit.isheader():
            unit.source = unit.target = texts[unit.getid()]
    return saved(store)


def saved(store):
    out = io.BytesIO()
    store.serialize(out)
    return out.getvalue().decode()


TOOLS = {
    "fluent.syntax": fluent_syntax,
    "moz.l10n": moz_l10n,
    "translate-toolkit": translate_toolkit,
    "weblate": weblate,
}


def is_comment(entry):
    return isinstance(entry, ast.BaseComment)


def by_id(body):
    return [entry for entry in body if is_comment(entry)] + sorted(
        (entry for entry in body if not is_comment(entry)), key=lambda entry: entry.id.name
    )


def bare(body):
    messages = [entry for entry in body if not is_comment(entry)]
    for message in messages:
        message.comment = None
    return messages


def regrouped(body):
    messages = [entry for entry in reversed(body) if not is_comment(entry)]
    groups = [[ast.GroupComment(f"Group {at}")] if at % 2 else [] for at in range(len(messages))]
    return [entry for group, message in zip(groups, messages) for entry in [*group, message]]


SHAPES = {"whole": None, "sorted": by_id, "bare": bare, "regrouped": regrouped}


def shaped(text, shape):
    if shape is None:
        return text
    resource = parse(text)
    resource.body = shape(resource.body)
    return serialize(resource)


def main(tool, shape, *files):
    for file in map(pathlib.Path, files):
        # None of the tools knows a byte order mark.
        text = file.read_text(encoding="utf-8-sig")
        try:
            text = TOOLS[tool](shaped(text, SHAPES[shape]))
        except Exception as error:
            sys.exit(f"{tool} refuses {file}: {error!r}")
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
