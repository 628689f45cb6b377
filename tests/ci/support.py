"""What the tests of CI files share: folders, a project in a git repository, and doubles of the services that scripts talk to."""

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HANDBACK = Path(os.environ["HANDBACK_BIN"]).resolve()


class Case(unittest.TestCase):
    """A test with a folder of its own, and an environment in which nothing of this machine's CI or user shows."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.programs = self.folder / "programs"
        self.programs.mkdir()
        (self.programs / "handback").symlink_to(HANDBACK)
        kept = {"LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT"}
        self.environment = {name: value for name, value in os.environ.items() if name in kept}
        self.environment |= {
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "GIT_CONFIG_GLOBAL": str(self.folder / ".gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "SOURCE_DATE_EPOCH": "1767225600",
        }
        (self.folder / ".gitconfig").write_text("[user]\nname = Ada Adatum\nemail = ada@adatum.example\n[init]\ndefaultBranch = main\n")

    def program(self, name, text):
        """Puts a program on the PATH, in front of others."""
        path = self.programs / name
        path.write_text(text)
        path.chmod(0o755)

    def run_script(self, *words, cwd=None, **environment):
        words = [str(ROOT / words[0]), *map(str, words[1:])]
        return self.run_words(words, cwd=cwd, **environment)

    def run_words(self, words, cwd=None, **environment):
        environment = self.environment | {name: str(value) for name, value in environment.items()}
        done = subprocess.run(
            list(map(str, words)), cwd=cwd or self.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8"
        )
        done.all = done.stdout + done.stderr
        return done

    def git(self, *words, cwd=None):
        done = self.run_words(["git", *words], cwd=cwd or self.project)
        self.assertEqual(done.returncode, 0, done.all)
        return done.stdout.strip()

    def outputs(self):
        """What steps wrote for later ones."""
        path = self.folder / "output"
        return dict(line.split("=", 1) for line in path.read_text().splitlines()) if path.exists() else {}

    def new_project(self, configuration="locales: [fr-FR]\n"):
        """A project of one document, synced and committed, in `self.project`."""
        self.project = self.folder / "project"
        (self.project / "source-docs").mkdir(parents=True)
        (self.project / "handback.yaml").write_text(configuration)
        self.write("source-docs/lamps.md", "# Lamps\n\nA lamp gives light.\n")
        self.git("init", "--quiet")
        self.sync()
        self.commit("Begin")

    def write(self, name, text):
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def sync(self):
        done = self.run_words([HANDBACK, "sync"], cwd=self.project)
        self.assertEqual(done.returncode, 0, done.all)

    def commit(self, subject):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", subject)


class Server:
    """An HTTP server on this machine, in a thread."""

    def __init__(self, test, handler):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        test.addCleanup(self.server.server_close)
        test.addCleanup(self.server.shutdown)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"


def serve_folder(test, folder):
    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    return Server(test, functools.partial(Handler, directory=folder)).address


class GitHub:
    """A double of what the scripts use of GitHub's API: comments and pull requests of tools/docs, for one token."""

    def __init__(self, test):
        self.comments = []
        self.pulls = []
        self.requests = []
        self.user = None  # what /user answers; the token of a workflow may not ask
        self.head = "a" * 40  # of pull request 7
        self.refuse = {}  # method -> status
        double = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def handle_one(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length) or "null")
                double.requests.append((self.command, self.path))
                if self.headers["Authorization"] != "Bearer secret-token":
                    status, answer = 401, {"message": "Bad credentials"}
                elif self.command in double.refuse:
                    status, answer = double.refuse[self.command], {"message": "refused"}
                else:
                    status, answer = double.answer(self.command, self.path, body)
                text = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PATCH = handle_one

        self.address = Server(test, Handler).address

    def add_comment(self, body, login="github-actions[bot]", kind="Bot"):
        self.comments.append({"id": 1000 + len(self.comments), "body": body, "user": {"login": login, "type": kind}})

    def answer(self, method, path, body):
        path, _, query = path.partition("?")
        query = dict(part.split("=", 1) for part in query.split("&") if part)
        if (method, path) == ("GET", "/user"):
            return (200, self.user) if self.user else (403, {"message": "Resource not accessible by integration"})
        if path == "/repos/tools/docs/issues/7/comments":
            if method == "GET":
                first = (int(query["page"]) - 1) * int(query["per_page"])
                return 200, self.comments[first : first + int(query["per_page"])]
            self.add_comment(body["body"])
            return 201, self.comments[-1]
        if match := re.fullmatch(r"/repos/tools/docs/issues/comments/(\d+)", path):
            comment = next((one for one in self.comments if one["id"] == int(match[1])), None)
            if method == "PATCH" and comment:
                comment["body"] = body["body"]
                return 200, comment
        if path == "/repos/tools/docs/pulls":
            if method == "GET":
                return 200, [pull for pull in self.pulls if query["head"] == f"tools:{pull['head']}" and query["base"] == pull["base"]]
            number = len(self.pulls) + 1
            self.pulls.append(body | {"number": number, "html_url": f"https://git.contoso.com/tools/docs/pull/{number}"})
            return 201, self.pulls[-1]
        if path == "/repos/tools/docs/pulls/7" and method == "GET":
            return 200, {"number": 7, "head": {"sha": self.head}}
        if (match := re.fullmatch(r"/repos/tools/docs/pulls/(\d+)", path)) and method == "PATCH":
            self.pulls[int(match[1]) - 1] |= body
            return 200, self.pulls[int(match[1]) - 1]
        return 404, {"message": "Not Found"}
