#!/usr/bin/env python3
"""How many of its words a stale translation keeps when a machine drafts it again.

Adopts the versions of the corpus' histories, puts the next version of the English in the place of each, and has every stale text
drafted through a chat-completions endpoint on this machine. The endpoint is a script: it translates word
by word, by what stands beside each other in the adopted pages.

| row       | what drafts                                                                                           |
| --------- | ----------------------------------------------------------------------------------------------------- |
| published | nothing: what the published page of the next version says (another machine, which saw no earlier one) |
| again     | the endpoint translates the text, and looks at no hints                                               |
| edited    | the endpoint edits the previous translation, where the change of the English says so                  |

    benches/kept_words.py [--locale fr-FR] CORPUS

Needs a release build. A share is the words of the stale translations that are in the drafts in the same order, all texts together.
"""

import argparse
import collections
import difflib
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HANDBACK = Path(os.environ.get("HANDBACK_BINARY", ROOT / "target" / "release" / "handback"))
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
TRANSLATED = ["human", "unproven", "machine"]
MARK = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)


def run(project, *arguments):
    environment = os.environ | {"HANDBACK_TRUST": "1", "OPENAI_API_KEY": "none"}
    result = subprocess.run([HANDBACK, *arguments], cwd=project, capture_output=True, text=True, env=environment)
    if result.returncode > 1:
        sys.exit(f"handback {' '.join(arguments)}: {result.stderr}")
    return result.stdout


def steps(corpus, locale):
    """Of the pages that have a next version, the folders of both, for the first to second versions, the second to third, and so on."""
    pages = collections.defaultdict(list)
    for page in sorted((corpus / "drift").rglob(f"{locale}.md")):
        pages[page.parent.parent].append(page.parent)
    for step in range(1, max(map(len, pages.values()))):
        yield [(versions[step - 1], versions[step]) for versions in pages.values() if len(versions) > step]


def project(folder, versions, locale, more=""):
    """A project that adopted the pages of these versions."""
    (folder / "source-docs").mkdir(parents=True)
    (folder / "pages").mkdir()
    settings = f"locales: [{locale}]\nmetadata: none\nanchors: false\n{more}"
    (folder / "handback.yaml").write_text(settings)
    for number, version in enumerate(versions):
        shutil.copy(version / "en.md", folder / "source-docs" / f"{number:03}.md")
        shutil.copy(version / f"{locale}.md", folder / "pages" / f"{number:03}.md")
    run(folder, "adopt", "--locale", locale, "pages")
    return folder


def entries(folder, locale, *states):
    """Texts of the locale in these states."""
    chosen = [part for state in states for part in ("--state", state)]
    return json.loads(run(folder, "review", "--locale", locale, *chosen, "--format", "json"))["locales"][0]["entries"]


def dictionary(pairs):
    """For each English word the word of the other language that stands beside it most telling."""
    english, other, both = collections.Counter(), collections.Counter(), collections.Counter()
    for source, target in pairs:
        left, right = set(WORD.findall(source.lower())), set(WORD.findall(target.lower()))
        english.update(left)
        other.update(right)
        both.update((a, b) for a in left for b in right)
    best = {}
    for (a, b), count in both.items():
        score = (2 * count / (english[a] + other[b]), b)
        best[a] = max(best.get(a, (0, a)), score)
    return {a: b for a, (score, b) in best.items() if score > 0.3}


def by_word(text, words):
    """A text word by word; what is between tags or in them stays."""
    pieces = re.split(r"(<x [^>]*>.*?</x>|<[^>]*>|&\w+;)", text, flags=re.DOTALL)
    return "".join(piece if at % 2 else WORD.sub(lambda w: words.get(w[0].lower(), w[0]), piece) for at, piece in enumerate(pieces))


def edited(segment, words):
    """The previous translation with the words exchanged whose English was exchanged; `None` if that is not to be seen in it."""
    previous = segment.get("hints", {}).get("previous")
    if not previous:
        return None
    text, gone = previous["translation"], ""
    for old, new in MARK.findall(previous["change"]):
        if old:
            gone = old
            continue
        here, there = by_word(gone.strip(), words), by_word(new.strip(), words)
        at = text.lower().find(here.lower()) if here else len(text)
        if at < 0:
            return None
        text, gone = text[:at] + (there if here else f" {there}") + text[at + len(here):], ""
    return text if not gone.strip() else None


class Endpoint(http.server.BaseHTTPRequestHandler):
    """Answers as a model would."""

    words, edits = {}, False

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        segments = json.loads(body["messages"][1]["content"])["segments"]
        answer = lambda one: Endpoint.edits and edited(one, Endpoint.words) or by_word(one["text"], Endpoint.words)
        content = json.dumps({"segments": [{"id": one["id"], "text": answer(one)} for one in segments]})
        reply = json.dumps({"choices": [{"finish_reason": "stop", "message": {"content": content}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_):
        pass


def kept(pairs):
    """Share of the words of old translations that new ones have."""
    same = total = 0
    for old, new in pairs:
        before, after = WORD.findall(old), WORD.findall(new)
        same += sum(block.size for block in difflib.SequenceMatcher(None, before, after, False).get_matching_blocks())
        total += len(before)
    return 100 * same / total if total else 0


def drafted(first, folder, locale, stale, edits):
    """Pairs of a stale translation and its draft, made in a copy of the project; and how many are marked as reworded."""
    shutil.copytree(first, folder)
    Endpoint.edits = edits
    run(folder, "translate")
    now = {one["id"]: one for one in entries(folder, locale, "stale", "machine")}
    pairs = []
    for id, old in stale.items():
        one = now.get(id, {})
        new = (one.get("draft") or {}).get("text") or (one.get("state") == "machine" and one["translation"])
        if new:
            pairs.append((old["translation"], new))
    states = "".join(path.read_text() for path in (folder / "locales" / locale).rglob("*.yaml"))
    return pairs, states.count("reworded: true")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--locale", default="fr-FR")
    arguments.add_argument("corpus", type=Path)
    options = arguments.parse_args()
    locale = options.locale
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/v1"
    model = f"translate: {{provider: script}}\nproviders: {{script: {{type: openai, url: '{url}', model: m}}}}\n"
    found, marked, texts = collections.defaultdict(list), collections.Counter(), 0
    for pages in steps(options.corpus, locale):
        with tempfile.TemporaryDirectory() as work:
            work = Path(work)
            today = project(work / "today", [after for _, after in pages], locale)
            published = {one["english"]: one["translation"] for one in entries(today, locale, *TRANSLATED)}
            first = project(work / "first", [before for before, _ in pages], locale, model)
            known = entries(first, locale, *TRANSLATED)
            Endpoint.words = dictionary((one["english"], one["translation"]) for one in known)
            for number, (_, after) in enumerate(pages):
                shutil.copy(after / "en.md", first / "source-docs" / f"{number:03}.md")
            run(first, "sync", "--no-mt")
            stale = {one["id"]: one for one in entries(first, locale, "stale")}
            texts += len(stale)
            found["published"] += [
                (one["translation"], published[one["english"]]) for one in stale.values() if one["english"] in published
            ]
            for name, edits in [("again", False), ("edited", True)]:
                pairs, reworded = drafted(first, work / name, locale, stale, edits)
                found[name] += pairs
                marked[name] += reworded
    print(f"{texts} stale texts")
    for name, pairs in found.items():
        print(f"{name:10} {kept(pairs):5.1f} % of the words kept ({len(pairs)} texts, {marked[name]} marked as reworded)")


if __name__ == "__main__":
    main()
