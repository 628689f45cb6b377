"""What the checks of all servers share: installing, starting, running handback, looking at what it wrote."""

import collections
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCRATCH = ROOT / "target" / "providers"
HANDBACK = pathlib.Path(os.environ.get("HANDBACK_BIN") or ROOT / "target" / "release" / "handback").absolute()

# For servers and handback: no keys of the caller's, and no proxy between them.
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if not name.lower().endswith(("_key", "_token", "_proxy")) and not name.startswith("PYTHON")
} | {"LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "HANDBACK_TRUST": "1"}

# What has to be in a translated page as often as in the English: code, targets of links, tags, addresses,
# identifiers, emphasis, cells, entities.
MARKS = re.compile(
    r"`[^`]+`|\]\([^)]*\)|<[^<>]+>|https?://[^\s<>)\]]+|[\w.-]+@[\w.-]+\.\w+"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\*+|^#+ |^[-\d.]+ |^> |\[!\w+\]|\||&\w+;",
    re.MULTILINE,
)
# What handback itself adds to a page: the front matter's state, anchors with the English names of headings.
ADDED = re.compile(r"\A---\n.*?^---\n|<a name=\"[^\"]*\"></a>", re.MULTILINE | re.DOTALL)


class Failed(Exception):
    """handback or a server did something else than it should."""


class Skipped(Exception):
    """A server cannot be had here."""


def check(condition, message):
    if not condition:
        raise Failed(message)


def python_packages(name, *packages, dependencies=True):
    """The folder of programs of a virtual environment with these packages."""
    folder = SCRATCH / name / "venv"
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--retries", "1", "--timeout", "20"] + ([] if dependencies else ["--no-deps"])
    install(folder, packages, [[sys.executable, "-m", "venv", folder], [*pip, *packages]])
    return folder / "bin"


def node_packages(name, *packages):
    """The folder of programs of a folder with these packages."""
    if shutil.which("npm") is None:
        raise Skipped("npm is not installed")
    folder = SCRATCH / name / "npm"
    npm = ["npm", "install", "--loglevel", "error", "--no-audit", "--no-fund", "--ignore-scripts"]
    npm += ["--fetch-retries", "1"]
    install(folder, packages, [[*npm, "--prefix", folder, *packages]])
    return folder / "node_modules" / ".bin"


def install(folder, packages, commands):
    """Runs the commands, unless they did their work for the same packages before."""
    mark = folder / "installed-packages"
    wanted = "\n".join(packages)
    if mark.is_file() and mark.read_text() == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=folder)
        if done.returncode != 0:
            lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
            raise Skipped(f"cannot install {packages[0]}: {lines[-1] if lines else 'no message'}")
    mark.write_text(wanted)


def apertium_modes(*modes):
    """The folder of Apertium's data, if it has these modes."""
    folder = pathlib.Path("/usr/share/apertium")
    for mode in modes:
        if shutil.which("lt-proc") is None or not (folder / "modes" / f"{mode}.mode").is_file():
            raise Skipped(f"no Apertium mode {mode}: install apertium-eng-spa, apertium-eng-cat and apertium-fra-cat")
    return folder


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server that runs, with the file that it writes its messages to."""

    def __init__(self, name, port, log):
        self.name, self.port, self.log_file = name, port, log
        self.url = f"http://127.0.0.1:{port}"

    def log(self):
        return self.log_file.read_text(errors="replace")

    def ask(self, path, body=None, headers=None):
        """Status and text of an answer."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"} | (headers or {})
        request = urllib.request.Request(self.url + path, data, headers)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@contextlib.contextmanager
def running(name, command, ready, port, seconds=60):
    """Starts a server, waits until it answers at a path, and ends it with all that it started."""
    folder = SCRATCH / name
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(name, port, folder / "server.log")
    # Some keep settings or data below the home folder.
    environment = ENVIRONMENT | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with open(server.log_file, "wb") as log:
        process = subprocess.Popen(
            command, env=environment, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + seconds
        while True:
            with contextlib.suppress(OSError):
                server.ask(ready)
                break
            last = (server.log().strip().splitlines() or ["no message"])[-1]
            check(process.poll() is None, f"the server ended at once: {last}")
            check(time.monotonic() < deadline, f"the server is not ready after {seconds} s: {last}")
            time.sleep(0.1)
        yield server
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            pass
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Project:
    """A project with one sample as its only document, and its locales extracted."""

    def __init__(self, server, name, sample, locales, provider):
        self.folder = SCRATCH / server / name
        self.locales, self.page = locales, f"{sample}.md"
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "source-docs").mkdir(parents=True)
        shutil.copy(HERE / "samples" / self.page, self.folder / "source-docs")
        self.configure(provider)
        self.sync()

    def configure(self, provider):
        """`provider` holds the settings, and the type by the name `type`; JSON is YAML too."""
        settings = {
            "source_locale": "en-US",
            "locales": self.locales,
            "translate": {"provider": "checked"},
            "providers": {"checked": {"engine": provider["type"]} | provider},
        }
        (self.folder / "handback.yaml").write_text(json.dumps(settings))

    def handback(self, *arguments, **keys):
        command, environment = [HANDBACK, *arguments], ENVIRONMENT | keys
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=300)

    def sync(self):
        done = self.handback("sync", "--no-mt")
        check(done.returncode == 0, f"`handback sync` ended with {done.returncode}: {done.stderr.strip()}")

    def translate(self, expected=0, **keys):
        """The report of a run, with the locales by name."""
        done = self.handback("translate", "--format", "json", **keys)
        for key in keys.values():
            check(key not in done.stdout + done.stderr, "`handback translate` shows the key")
        problems = [{"weight": "error", "message": done.stderr.strip()}]
        report = json.loads(done.stdout) if done.stdout else {"problems": problems}
        said = [f"`handback translate` ended with {done.returncode}"]
        said += [problem["message"] for problem in report["problems"]]
        check(done.returncode == expected and done.stdout, "\n  ".join(said))
        for name in ("error", "finding"):
            said = [problem["message"] for problem in report["problems"] if problem["weight"] == name]
            report[f"{name}s"] = said
        report["locales"] = {locale["locale"]: locale for locale in report["locales"]}
        return report

    def messages(self, locale):
        """Text of the messages of a locale by id; those of the sample stand on one line each."""
        files = (self.folder / "locales" / locale).rglob("*.ftl")
        text = "".join(file.read_text() + "\n" for file in files)
        return dict(re.findall(r"^([a-z][\w-]*) =[ \n]*(.+)$", text, re.MULTILINE))

    def check_drafts(self, locale, engine, count):
        """So many messages have a translation by this engine, and are not their English."""
        states = "".join(file.read_text() for file in (self.folder / "locales" / locale).rglob("*.yaml"))
        by_engine = states.count(f"origin: mt:{engine}")
        check(by_engine == count, f"{locale}: {by_engine} states say `mt:{engine}`, not {count}")
        messages, english = self.messages(locale), self.messages("en-US")
        check(len(messages) == count, f"{locale}: {len(messages)} messages are written, not {count}")
        for id, text in messages.items():
            check(text != english[id] or len(text.split()) < 5, f"{locale}: `{id}` is its English: {text}")

    def check_page(self, locale):
        """The page has everything that a machine must not touch, as often as the English."""
        pages = [self.folder / "source-docs" / self.page, self.folder / "localized-docs" / locale / self.page]
        english, page = (collections.Counter(MARKS.findall(ADDED.sub("", page.read_text()))) for page in pages)
        check(len(english) >= 3, "the sample has too little to compare")
        lost, more = dict(english - page), dict(page - english)
        check(not lost and not more, f"{pages[1]}: lost {lost}, has more of {more}")


def check_translated(project, engine, **keys):
    """The usual course: everything is drafted and whole, and there is nothing left to send. Counts texts."""
    report = project.translate(**keys)
    texts = 0
    for locale in project.locales:
        drafts = report["locales"][locale]
        whole = drafts["needed"] > 0 and drafts["translated"] == drafts["needed"]
        check(whole and drafts["flawed"] == drafts["left"] == 0, f"{locale} is not translated whole: {drafts}")
        texts += drafts["translated"]
        project.check_drafts(locale, engine, drafts["needed"])
    project.sync()
    for locale in project.locales:
        project.check_page(locale)
    again = project.translate(**keys)
    needed = {locale: drafts["needed"] for locale, drafts in again["locales"].items()}
    check(not any(needed.values()), f"a second run needs texts again: {needed}")
    return texts
