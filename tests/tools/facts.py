"""What must be the same after other tools wrote the resources of a project again; to be run in the project's folder.

    facts.py sync HANDBACK      runs a sync and prints what it takes for changed: nothing, if all is well
    facts.py list HANDBACK      prints, line by line, what the states say of every message, whatever its place in the
                                file, hand-offs, structures, and what `handback check` finds, without the lines of
                                resources and the spelling of wordings
"""

import json
import pathlib
import subprocess
import sys

import yaml


def states():
    for file in sorted(pathlib.Path("locales").rglob("*.yaml")):
        facts = yaml.load(file.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)
        messages = facts.pop("messages", None) if isinstance(facts, dict) else None
        yield f"{file} {json.dumps(facts, ensure_ascii=False)}"
        for id, state in (messages or {}).items():
            yield f"{file} {id} {json.dumps(state, ensure_ascii=False, sort_keys=True)}"


def answer(handback, *arguments):
    run = subprocess.run([handback, *arguments, "--format", "json"], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"handback {arguments[0]} ends with {run.returncode}: {run.stderr}")
    return json.loads(run.stdout)


def findings(handback):
    for finding in answer(handback, "check")["findings"]:
        (finding.get("resource") or {}).pop("line", None)
        # The wording as it is spelled.
        finding.pop("translation", None)
        yield json.dumps(finding, ensure_ascii=False, sort_keys=True)


EVENTS = (
    "human_edits recognized unproven newly_stale carried current_again newly_obsolete deleted unknown unreadable".split()
)


def events(handback):
    said = answer(handback, "sync")
    for locale in said["locales"]:
        yield from (f"{locale['locale']}: {locale[event]} {event}" for event in EVENTS if locale[event])
    yield from (f"English: {count} {event}" for event, count in said["english"].items() if count)


def main(what, handback):
    lines = events(handback) if what == "sync" else sorted([*states(), *findings(handback)])
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main(*sys.argv[1:])
