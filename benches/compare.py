#!/usr/bin/env python3
"""Compares handback with everyday commands and a peer, as ratios within one run.

Usage: HANDBACK_CORPUS=../shared/corpus python3 benches/compare.py [--peer /path/to/mdbook-xgettext]

Needs a release build. Prints the median of several runs of each command, taken in turns, so that a
slow moment of the machine meets all of them alike.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HANDBACK = ROOT / "target" / "release" / "handback"
RUNS = 7


def timed(command, cwd, stdin=None):
    """Seconds and peak memory (MB) of a command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if stdin:
        process.stdin.write(stdin)
        process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command[0]} failed in {cwd}")
    return seconds, usage.ru_maxrss / 1024


def in_turns(runs, **actions):
    """Median seconds of each action, taken in turns, and the most memory each used."""
    seconds = {name: [] for name in actions}
    memory = dict.fromkeys(actions, 0.0)
    for _ in range(runs):
        for name, action in actions.items():
            took, used = action()
            seconds[name].append(took)
            memory[name] = max(memory[name], used)
    return {name: statistics.median(values) for name, values in seconds.items()}, memory


def project(folder, corpus, copies, locales):
    sources = folder / "source-docs"
    for copy in range(copies):
        shutil.copytree(corpus / "en", sources / (f"copy{copy}" if copies > 1 else "."), dirs_exist_ok=True)
    (folder / "handback.yaml").write_text(f"locales: [{', '.join(locales)}]\n")
    return folder


def clean(folder):
    for name in ("locales", "localized-docs", ".handback", "copied"):
        shutil.rmtree(folder / name, ignore_errors=True)


def cold_and_noop(corpus, work):
    folder = project(work / "whole", corpus, 1, ["fr-FR", "es-ES", "ja-JP"])
    timed([HANDBACK, "sync"], folder)
    reference = work / "reference"
    shutil.copytree(folder / "localized-docs", reference / "localized-docs")
    shutil.copytree(folder / "locales", reference / "locales")

    def cold():
        clean(folder)
        return timed([HANDBACK, "sync"], folder)

    def copy(names):
        def action():
            shutil.rmtree(folder / "copied", ignore_errors=True)
            (folder / "copied").mkdir()
            return timed(["cp", "-r", *[str(reference / name) for name in names], "copied"], folder)

        return action

    seconds, memory = in_turns(RUNS, cold=cold, pages=copy(["localized-docs"]), all=copy(["localized-docs", "locales"]))
    print(f"cold sync of the corpus, 3 locales: {seconds['cold'] * 1000:.0f} ms, {memory['cold']:.0f} MB at most")
    print(f"  = {seconds['cold'] / seconds['all']:.1f} x cp -r of all that it writes, {seconds['cold'] / seconds['pages']:.1f} x cp -r of the pages alone (goal: at most 5)")

    shutil.rmtree(folder / "copied", ignore_errors=True)
    (folder / ".gitignore").write_text(".handback\n")
    git = ["git", "-c", "user.name=bench", "-c", "user.email=bench@contoso.com"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    timed([HANDBACK, "sync"], folder)
    seconds, memory = in_turns(4 * RUNS, noop=lambda: timed([HANDBACK, "sync"], folder), git=lambda: timed(["git", "status"], folder))
    print(f"no-op sync of the same tree: {seconds['noop'] * 1000:.1f} ms, {memory['noop']:.0f} MB = {seconds['noop'] / seconds['git']:.2f} x git status (goal: at most 2)")


def variables(corpus, work):
    """What lifting the values of the documents costs: cold syncs, and syncs that read all and write nothing."""
    locales = ["fr-FR", "es-ES", "ja-JP"]
    plain = project(work / "plain", corpus, 1, locales)
    lifted = project(work / "lifted", corpus, 1, locales)
    with open(lifted / "handback.yaml", "a") as config:
        config.write((ROOT / "benches" / "variables.yaml").read_text())

    def cold(folder):
        clean(folder)
        return timed([HANDBACK, "sync"], folder)

    def again(folder):
        shutil.rmtree(folder / ".handback", ignore_errors=True)
        return timed([HANDBACK, "sync"], folder)

    seconds, memory = in_turns(3 * RUNS, plain=lambda: cold(plain), lifted=lambda: cold(lifted))
    print(f"cold sync with variables: {seconds['lifted'] * 1000:.0f} ms, {memory['lifted']:.0f} MB = {seconds['lifted'] / seconds['plain']:.2f} x without (goal: at most 1.3)")
    for folder in (plain, lifted):
        for locale in locales:
            subprocess.run([HANDBACK, "adopt", "--locale", locale, str(corpus / locale)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        timed([HANDBACK, "sync"], folder)
    seconds, _ = in_turns(3 * RUNS, plain=lambda: again(plain), lifted=lambda: again(lifted))
    print(f"  sync of adopted locales without a cache: {seconds['lifted'] * 1000:.0f} ms = {seconds['lifted'] / seconds['plain']:.2f} x without")


def gate(corpus, work):
    """The check of a complete project: right after a sync, and in a fresh clone."""
    locales = ["fr-FR", "es-ES", "ja-JP"]
    folder = project(work / "gate", corpus, 1, locales)
    for locale in locales:
        subprocess.run([HANDBACK, "adopt", "--locale", locale, str(corpus / locale)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run([HANDBACK, "sync"], cwd=folder, stdout=subprocess.DEVNULL, check=True)
    timed([HANDBACK, "sync"], folder)
    check = lambda: timed([HANDBACK, "check"], folder)
    seconds, memory = in_turns(4 * RUNS, check=check, noop=lambda: timed([HANDBACK, "sync"], folder))
    print(f"check of the corpus, 3 adopted locales, nothing changed: {seconds['check'] * 1000:.1f} ms, {memory['check']:.0f} MB = {seconds['check'] / seconds['noop']:.2f} x no-op sync (goal: at most 2)")

    def fresh():
        shutil.rmtree(folder / ".handback", ignore_errors=True)
        return check()

    def fresh_sync():
        shutil.rmtree(folder / ".handback", ignore_errors=True)
        return timed([HANDBACK, "sync"], folder)

    seconds, memory = in_turns(RUNS, check=fresh, sync=fresh_sync)
    print(f"  in a fresh clone: {seconds['check'] * 1000:.0f} ms, {memory['check']:.0f} MB = {seconds['check'] / seconds['sync']:.2f} x a sync that reads all and writes nothing")


def book(folder):
    """The folder's documents as mdBook hands them to its renderers."""
    chapters = []
    for path in sorted((folder / "source-docs").rglob("*.md")):
        name = str(path.relative_to(folder / "source-docs"))
        content = path.read_text(encoding="utf-8")
        chapter = {"name": name, "content": content, "number": None, "sub_items": [], "path": name, "source_path": name, "parent_names": []}
        chapters.append({"Chapter": chapter})
    config = {"book": {"title": "t", "language": "en", "src": "source-docs", "authors": []}, "output": {"xgettext": {"pot-file": "messages.pot"}}}
    whole = {"version": "0.5.0", "root": str(folder), "book": {"items": chapters}, "config": config, "destination": str(folder / "po")}
    (folder / "po").mkdir(exist_ok=True)
    # It wants a summary to be there; the chapters themselves come with the book.
    (folder / "source-docs" / "SUMMARY.md").write_text("# Summary\n")
    return json.dumps(whole).encode()


def extraction(corpus, work, peer):
    seconds_by_size = {}
    for copies in (1, 20):
        folder = project(work / f"copies{copies}", corpus, copies, ["fr-FR"])

        def ours():
            clean(folder)
            return timed([HANDBACK, "extract"], folder)

        actions = {"handback": ours}
        if peer:
            stdin = book(folder)
            actions["peer"] = lambda: timed([peer], folder, stdin)
        seconds, memory = in_turns(RUNS if copies == 1 else 3, **actions)
        seconds_by_size[copies] = seconds["handback"]
        line = f"extract, corpus x {copies}: {seconds['handback'] * 1000:.0f} ms, {memory['handback']:.0f} MB"
        if peer:
            line += f"; mdbook-xgettext {seconds['peer'] * 1000:.0f} ms = {seconds['peer'] / seconds['handback']:.1f} x ours (goal: 10)"
        print(line)
    print(f"  20 x the documents take {seconds_by_size[20] / seconds_by_size[1]:.1f} x the time")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peer", help="path of mdbook-xgettext (cargo install mdbook-i18n-helpers)")
    args = parser.parse_args()
    corpus = Path(os.environ.get("HANDBACK_CORPUS", "")).resolve()
    if not (corpus / "en").is_dir():
        sys.exit("HANDBACK_CORPUS does not name the corpus")
    if not HANDBACK.exists():
        sys.exit("build first: cargo build --release")
    with tempfile.TemporaryDirectory() as work:
        cold_and_noop(corpus, Path(work))
        variables(corpus, Path(work))
        gate(corpus, Path(work))
        extraction(corpus, Path(work), args.peer)


main()
