"""The table of `compare`: findings of other tools beside those of `handback check`, in the project's folder."""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

from fluent.syntax import ast, parse
from fluent.syntax.serializer import serialize_expression
from translate.storage.po import pofile

Finding = collections.namedtuple("Finding", "tool rule locale id text")


def printed(*command, accepted=(0, 1)):
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if run.returncode not in accepted:
        sys.exit(f"{command[0]} ends with {run.returncode}: {run.stderr or run.stdout}")
    return run.stdout


def plain(source):
    """The text of a unit as readers see it: quoted text written out, default variants, placeables as they are."""
    parsed = parse("m =\n" + "\n".join(f"    {line}" for line in source.split("\n")) + "\n")
    message = parsed.body[0] if len(parsed.body) == 1 else None
    value = message.value if isinstance(message, ast.Message) else None
    return "".join(map(plain_element, value.elements)) if value else source


def plain_element(element):
    if isinstance(element, ast.TextElement):
        return element.value
    expression = element
    while isinstance(expression, ast.Placeable):
        expression = expression.expression
    if isinstance(expression, ast.StringLiteral):
        return expression.parse()["value"]
    if isinstance(expression, ast.SelectExpression):
        [default] = [variant for variant in expression.variants if variant.default]
        return "".join(map(plain_element, default.value.elements))
    return serialize_expression(element)


def pofilter(reference, locale):
    for source in sorted(reference.rglob("*.ftl")):
        name = source.relative_to(reference)
        translation, catalog = pathlib.Path("locales", locale, name), pathlib.Path("compared", locale, f"{name}.po")
        if not translation.exists():
            continue
        catalog.parent.mkdir(parents=True, exist_ok=True)
        printed("fluent2po", "--progress=none", "-t", source, translation, catalog)
        if not catalog.exists():
            # Of nothing there is no PO file; else fluent2po says that it cannot read one of the two, and ends with 0.
            if parse(source.read_text(encoding="utf-8")).body:
                yield Finding("fluent2po", "not read", locale, None, str(translation))
            continue
        store = pofile.parsefile(str(catalog))
        for unit in store.units:
            if not unit.isheader():
                unit.source, unit.target = plain(unit.source), plain(unit.target) if unit.target else ""
        store.save()
    folder = pathlib.Path("compared", locale)
    if not folder.exists():
        return
    printed("pofilter", "--progress=none", f"--language={locale}", folder, f"{folder}.found")
    for catalog in sorted(pathlib.Path(f"{folder}.found").rglob("*.po")):
        for unit in pofile.parsefile(str(catalog)).units:
            for rule, text in re.findall(r"^\(pofilter\) (\w+): (.*)$", unit.getnotes("translator"), re.MULTILINE):
                for id in unit.getlocations():
                    yield Finding("pofilter", rule, locale, id, text)


def compare_locales(reference, locale):
    config = pathlib.Path("l10n.toml")
    config.write_text(
        f'basepath = "."\nlocales = ["{locale}"]\n[[paths]]\n'
        f'reference = "locales/{reference.name}/**/*.ftl"\nl10n = "locales/{{locale}}/**/*.ftl"\n'
    )
    [found] = json.loads(printed("compare-locales", "--json", "-", config, ".", locale))
    yield from of_details(found["details"], locale)


def of_details(details, locale):
    """compare-locales nests files in folders, or joins them where there is only one."""
    if isinstance(details, dict):
        for inner in details.values():
            yield from of_details(inner, locale)
        return
    for detail in details:
        for kind, text in detail.items():
            id = re.search(r" for ([\w-]+)$", text)
            is_entity = kind in ("missingEntity", "obsoleteEntity")
            what = re.split(r' at line|: | "', text)[0]
            rule = f"{kind}: {what}" if kind in ("error", "warning") else kind
            yield Finding("compare-locales", rule, locale, text if is_entity else id and id[1], text)


def moz_fluent_linter(_, locale):
    said = printed("moz-fluent-lint", pathlib.Path("locales", locale))
    places = r"File path: (.*)\n\s+Message ID: (.*)\n\s+Position: .*\n\s+Error \((\w+)\): (.*)"
    for _, id, rule, text in re.findall(places, said):
        yield Finding("moz-fluent-linter", rule, locale, id if id != "-" else None, text)


def table(findings, known, show_all):
    rows = collections.defaultdict(list)
    for finding in findings:
        rows[finding.tool, finding.rule].append(finding)
    head = ["tool", "rule", "findings", "messages", "unseen", "messages that `handback check` does not name"]
    lines = [head]
    for (tool, rule), found in sorted(rows.items()):
        messages = {(finding.locale, finding.id) for finding in found if finding.id}
        unseen = sorted(messages - known)
        names = [f"{locale}/{id}" for locale, id in unseen]
        more = f", and {len(names) - 3} more" if len(names) > 3 and not show_all else ""
        names = names if show_all else names[:3]
        lines.append([tool, rule, str(len(found)), str(len(messages)), str(len(unseen)), ", ".join(names) + more])
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    for line in lines:
        cells = [line[at].ljust(widths[at]) if at < 2 else line[at].rjust(widths[at]) for at in range(5)]
        print("  ".join([*cells, line[5]]).rstrip())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("handback")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    checked = json.loads(printed(options.handback, "check", "--format", "json"))["findings"]
    status = json.loads(printed(options.handback, "status", "--format", "json"))
    locales = list(status["locales"])
    folders = {folder.name for folder in pathlib.Path("locales").iterdir() if folder.is_dir()}
    [reference] = [pathlib.Path("locales", name) for name in folders - set(locales)]
    for resource in pathlib.Path("locales").rglob("*.ftl"):
        # No other tool knows a byte order mark.
        resource.write_bytes(resource.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    tools = (pofilter, compare_locales, moz_fluent_linter)
    findings = [found for tool in tools for locale in locales if locale in folders for found in tool(reference, locale)]
    known = {(finding["locale"], finding["id"]) for finding in checked if finding["id"]}
    if options.json:
        mark = [finding._asdict() | {"unseen": (finding.locale, finding.id) not in known} for finding in findings]
        print(json.dumps(mark, indent=1, ensure_ascii=False))
        return
    codes = collections.Counter(finding["code"] for finding in checked)
    print("handback check:", ", ".join(f"{count} {code}" for code, count in sorted(codes.items())) or "nothing")
    table(findings, known, options.all)


if __name__ == "__main__":
    main()
