"""Writes the reference of the documentation from what the program says of itself, and compares it with what is there.

    reference.py [--update]

Commands are from `handback help`, keys from `handback schema`, codes of findings from the rules of a SARIF log.
"""

import difflib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs/en/reference"
GENERATED = "<!-- Written by `tests/docs/run --update` from what handback says of itself; do not edit it here. -->\n"


def handback(*words, cwd=None):
    environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run([os.environ["HANDBACK_BIN"], *words], cwd=cwd, env=environment, capture_output=True, encoding="utf-8").stdout


def markdown(text):
    """A description of the schema or the help, where `<` is text."""
    parts = re.split(r"(`[^`]*`)", re.sub(r"\s+", " ", text or "").strip())
    return "".join(part if part.startswith("`") else part.replace("<", "&lt;").replace("*", "\\*") for part in parts)


def section(help_text, title):
    """The lines below a title of the help, up to the next one."""
    match = re.search(rf"^{re.escape(title)}:\n(.*?)(?=^\S|\Z)", help_text, re.MULTILINE | re.DOTALL)
    return match[1] if match else ""


def entries(block):
    """Arguments and options: what is typed, and what it is for, in paragraphs."""
    found = []
    for line in block.split("\n"):
        if match := re.match(r"  {0,4}( *)(-\S.*|\[.*|<.*)$", line):
            if len(line) - len(line.lstrip()) <= 6:
                found.append((match[2].strip(), []))
                continue
        if found:
            found[-1][1].append(line.strip())
    return [(typed, re.split(r"\n\n+", "\n".join(lines).strip())) for typed, lines in found]


def choice(paragraph):
    values = [line[2:].partition(":") for line in paragraph.split("\n") if line.startswith("- ")]
    return "one of " + "; ".join(f"`{name}`" + (f" ({markdown(meaning.strip())})" if meaning else "") for name, _, meaning in values)


def listed(block):
    lines = []
    for typed, paragraphs in entries(block):
        text = " ".join(choice(part) if part.startswith("Possible values:") else markdown(part) for part in paragraphs)
        lines.append(f"- `{typed}`: {text}\n")
    return "".join(lines)


def commands():
    whole = handback("--help")
    names = re.findall(r"^  ([a-z][a-z-]*)  ", section(whole, "Commands"), re.MULTILINE)
    text = f"# Commands\n\n{GENERATED}\n"
    text += f"{markdown(whole.split('Usage:')[0].split('Exit codes:')[0])}\n\n"
    text += f"Exit codes: {markdown(whole.split('Exit codes:')[1].split('Usage:')[0])}\n\n"
    text += "These options can be given with every command:\n\n" + listed(section(whole, "Global options"))
    names.remove("help")
    text += "\n| command | does |\n|---|---|\n"
    for name in names:
        does = handback("help", name).split("\n\n")[0]
        text += f"| [`{name}`](#handback-{name}) | {markdown(does)} |\n"
    for name in names:
        of_command = handback("help", name)
        about, usage = of_command.split("Usage:", 1)
        text += f"\n## handback {name}\n\n"
        text += "\n\n".join(markdown(part) for part in about.strip().split("\n\n"))
        typed = usage.split("\n")[0].split(maxsplit=1)[1]
        text += f"\n\n```text\nhandback {typed}\n```\n"
        for title in ["Arguments", "Options"]:
            if block := listed(section(of_command, title)).replace("- `-h, --help`: Print help (see a summary with '-h')\n", ""):
                text += "\n" + block
    return text


class Schema:
    def __init__(self):
        self.root = json.loads(handback("schema"))

    def resolve(self, one):
        """What a schema says, with what it refers to in its place and without `null`."""
        while True:
            parts = [part for part in one.get("anyOf", []) if part.get("type") != "null"]
            if "$ref" in one:
                said = {key: value for key, value in one.items() if key == "description"}
                target = self.root
                for part in one["$ref"].removeprefix("#/").split("/"):
                    target = target[part]
                one = target | said
            elif len(parts) == 1:
                one = parts[0] | ({"description": one["description"]} if "description" in one else {})
            else:
                return one

    def form(self, one, depth=0):
        """What may be written, in a few words."""
        one = self.resolve(one)
        if "const" in one:
            return f"`{json.dumps(one['const']) if not isinstance(one['const'], str) else one['const']}`"
        if "enum" in one:
            return ", ".join(f"`{value}`" for value in one["enum"] if value is not None)
        for key in ("oneOf", "anyOf"):
            if key in one:
                if len(self.kinds(one)) > 1:
                    return "map, by its `type`"
                forms = dict.fromkeys(self.form(part, depth + 1) for part in one[key] if part.get("type") != "null")
                return ", or ".join(forms) if any(" " in form for form in forms) else ", ".join(forms)
        kinds = one.get("type", "value")
        kinds = [kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind != "null"]
        kind = kinds[0] if len(kinds) == 1 else " or ".join(kinds)
        if kind == "array":
            return "list of " + (self.form(one["items"], depth + 1) if depth < 3 else "values")
        if kind == "object" and "properties" in one:
            return "map with " + ", ".join(f"`{name}`" for name in one["properties"])
        if kind == "object":
            values = one.get("additionalProperties")
            return "map" + (f" of {self.form(values, depth + 1)}" if isinstance(values, dict) and depth < 2 else "")
        return {"string": "text", "boolean": "`true` or `false`", "integer": "number"}.get(kind, kind)

    def kinds(self, one):
        """Maps that differ by what their `type` says, by that."""
        parts = [self.resolve(part) for part in one.get("oneOf", []) + one.get("anyOf", [])]
        parts = [part for part in parts if part.get("type") != "null"]
        names = [self.form(part["properties"]["type"]).strip("`") for part in parts if "type" in part.get("properties", {})]
        return dict(zip(names, parts)) if len(names) == len(parts) else {}

    def table(self, properties):
        text = "\n| key | value | meaning |\n|---|---|---|\n"
        for key, value in properties.items():
            said = value.get("description") or self.resolve(value).get("description")
            cells = [f"`{key}`", self.form(value), markdown(said)]
            text += "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
        return text

    def values(self, one):
        """The values of a choice that have a description."""
        one = self.resolve(one)
        found = []
        for part in one.get("oneOf", []) + one.get("anyOf", []):
            part = self.resolve(part)
            if "const" in part and part.get("description"):
                found.append((part["const"], part["description"]))
            elif "oneOf" in part or "anyOf" in part:
                found += self.values(part)
        return found

    def maps(self, one, seen=()):
        """The maps with keys of their own that may be in a value, each once."""
        one = self.resolve(one)
        if "properties" in one:
            yield one
            return
        inner = one.get("oneOf", []) + one.get("anyOf", [])
        inner += [one[key] for key in ("items", "additionalProperties") if isinstance(one.get(key), dict)]
        for part in inner:
            if id(part) not in seen:
                yield from self.maps(part, (*seen, id(part)))


def by_kind(schema, kinds):
    """Keys that all kinds have, and then those that each has besides."""
    first, *others = [kind["properties"] for kind in kinds.values()]
    common = {key: value for key, value in first.items() if key != "type" and all(key in other for other in others)}
    text = f"\n`type` is one of {', '.join(f'`{name}`' for name in kinds)}; without it, the name of the entry is the type. All of them have:\n"
    text += schema.table(common)
    for name, kind in kinds.items():
        own = {key: value for key, value in kind["properties"].items() if key != "type" and key not in common}
        if own:
            text += f"\n`type: {name}` has besides:\n{schema.table(own)}"
    return text


def keys():
    schema = Schema()
    text = f"# Keys of handback.yaml\n\n{GENERATED}\n"
    text += "`handback schema` prints the JSON Schema of this file, for editors that complete and check. Every key has a default; "
    text += "`handback init` writes them all as comments.\n"
    for name, one in schema.root["properties"].items():
        text += f"\n## {name}\n\n{markdown(one.get('description'))}\n\nValue: {schema.form(one)}.\n"
        if values := schema.values(one):
            text += "\n| value | meaning |\n|---|---|\n" + "".join(f"| `{value}` | {markdown(meaning)} |\n" for value, meaning in values)
        if kinds := schema.kinds(schema.resolve(schema.resolve(one).get("additionalProperties") or {})):
            text += by_kind(schema, kinds)
            continue
        seen = set()
        for inner in schema.maps(one):
            if (marked := tuple(inner["properties"])) not in seen:
                seen.add(marked)
                text += schema.table(inner["properties"])
    return text


def findings():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "handback.yaml").write_text("locales: [fr-FR]\n")
        Path(folder, "source-docs").mkdir()
        Path(folder, "source-docs/a.md").write_text("# A\n\nA text.\n")
        handback("sync", cwd=folder)
        rules = json.loads(handback("check", "--format", "sarif", cwd=folder))["runs"][0]["tool"]["driver"]["rules"]
    text = f"# Findings\n\n{GENERATED}\n"
    text += "What `handback check` can find, with one finding for each document that a text is in. Errors make it fail, unless the thresholds of the locale tolerate them or `fail_on` names "
    text += "other codes; `checks: levels` gives a code another weight. Of what is no fault in itself (`machine`, `unproven`, "
    text += "`carried`, `own-text`, `files-elsewhere`, `reused-translation`, `unused-term`) it says something only where one of these "
    text += "names the code.\n\n| code | level | finding |\n|---|---|---|\n"
    for rule in rules:
        configured = rule.get("defaultConfiguration", {})
        level = "none" if configured.get("enabled") is False else configured.get("level", "warning")
        text += f"| [`{rule['id']}`](#{rule['id']}) | {level} | {markdown(rule['shortDescription']['text'])} |\n"
    for rule in rules:
        text += f"\n## {rule['id']}\n\n{markdown(rule['fullDescription']['text'])}\n"
        if match := re.search(r"Next: (.*)", rule["help"]["markdown"], re.DOTALL):
            text += "\nNext: " + " ".join(match[1].split()) + "\n"
    return text


def main():
    failed = False
    for name, text in {"commands.md": commands(), "configuration.md": keys(), "findings.md": findings()}.items():
        path = REFERENCE / name
        there = path.read_text() if path.exists() else ""
        if there == text:
            print(f"ok  docs/en/reference/{name}")
        elif "--update" in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        else:
            failed = True
            lines = difflib.unified_diff(there.splitlines(), text.splitlines(), "there", "as the program says", lineterm="", n=1)
            print(f"FAILED  docs/en/reference/{name}: run `tests/docs/run --update`\n" + "\n".join(lines), file=sys.stderr)
    return 1 if failed else 0


sys.exit(main())
