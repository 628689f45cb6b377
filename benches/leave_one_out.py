#!/usr/bin/env python3
"""How much of a new page is translated before anyone touches it.

For each document of the corpus: adopts the localized pages of all the others, then syncs the document as
new, and counts which of its units, and how many of its words, come out translated: with nothing declared, as
somebody gets it who declared what `handback variables --suggest --write` (or `init`) found, and with the variables of
`benches/variables.yaml`. The row "exact" is what equal texts alone would give (`lift: never`).

    benches/leave_one_out.py [--locale fr-FR] [--every N] CORPUS

CORPUS is the folder with `en/` and `fr-FR/`. Needs a release build. Texts that need no translator (URLs,
identifiers, names) are counted apart: as translated in "all units", not at all in "translatable units".
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HANDBACK = Path(os.environ.get("HANDBACK_BINARY", ROOT / "target" / "release" / "handback"))


def run(project, *arguments):
    result = subprocess.run(
        [HANDBACK, *arguments], cwd=project, capture_output=True, text=True, check=False
    )
    if result.returncode > 1:
        sys.exit(f"handback {' '.join(arguments)}: {result.stderr}")
    return result.stdout


def words(text):
    return len(text.split())


def plain_units(project):
    """What each document holds, without variables: the measure of both runs."""
    units = {}
    for unit in json.loads(run(project, "units", "--format", "json"))["units"]:
        units.setdefault(unit["document"], []).append(unit)
    return units


def leave_out(project, locale, document):
    """For each unit of the document whether it is translated when all others were adopted."""
    source, page = project / "source-docs" / document, project / "pages" / document
    text, translated = source.read_bytes(), page.read_bytes()
    shutil.rmtree(project / "locales", ignore_errors=True)
    shutil.rmtree(project / ".handback", ignore_errors=True)
    source.unlink()
    page.unlink()
    run(project, "adopt", "--locale", locale, "pages")
    source.write_bytes(text)
    page.write_bytes(translated)
    run(project, "extract")
    units = json.loads(run(project, "units", "--format", "json", f"source-docs/{document}"))["units"]
    report = run(project, "check", "--format", "json", "--locale", locale, f"source-docs/{document}")
    findings = json.loads(report)["findings"]
    open_ids = {f["id"] for f in findings if f["code"] in ("missing", "stale") and f["document"] == document}
    return [not unit["translatable"] or unit["id"] not in open_ids for unit in units]


def quartiles(values):
    return " ".join(f"{100 * value:5.1f}" for value in statistics.quantiles(values, n=4))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--locale", default="fr-FR")
    parser.add_argument("--every", type=int, default=1, help="only every N-th document")
    parser.add_argument("--only", action="append", help="only this row; may be given several times")
    arguments = parser.parse_args()
    corpus = arguments.corpus.resolve()
    variables = (ROOT / "benches" / "variables.yaml").read_text()
    print(f"{'':>10}  {'translatable units':^20}  {'all units':^20}  {'words':^20}  {'words of all':^20}")
    for name, extra in (("exact", "lift: never\n"), ("nothing", ""), ("found", None), ("variables", variables)):
        if arguments.only and name not in arguments.only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            shutil.copytree(corpus / "en", project / "source-docs")
            shutil.copytree(corpus / arguments.locale, project / "pages")
            (project / "handback.yaml").write_text(f"locales: [{arguments.locale}]\n")
            measured = plain_units(project)
            (project / "handback.yaml").write_text(f"locales: [{arguments.locale}]\n{extra or ''}")
            if extra is None:
                run(project, "variables", "--suggest", "--write")
            shares = []
            for document, units in list(measured.items())[:: arguments.every]:
                done = leave_out(project, arguments.locale, document)
                weight = [(unit["translatable"], words(unit["text"]), ok) for unit, ok in zip(units, done)]
                if not any(translatable for translatable, _, _ in weight):
                    continue

                def share(of, weigh):
                    total = sum(weigh(w) for t, w, _ in weight if of(t))
                    return sum(weigh(w) for t, w, ok in weight if of(t) and ok) / max(total, 1)

                shares.append(
                    (
                        share(lambda t: t, lambda _: 1),
                        share(lambda _: True, lambda _: 1),
                        share(lambda t: t, lambda w: w),
                        share(lambda _: True, lambda w: w),
                    )
                )
            columns = [quartiles(column) for column in zip(*shares)]
            print(f"{name:>10}  " + "  ".join(f"{column:^20}" for column in columns), flush=True)


if __name__ == "__main__":
    main()
