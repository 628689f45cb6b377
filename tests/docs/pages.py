"""Runs the commands in pages of the documentation, from top to bottom, each page in a folder of its own.

    pages.py [--update] [PAGE...]

What the info string of a fenced block says is done:

    console                 lines that begin with `$ ` are commands, and what follows is what they print, errors too
    console not-run         for eyes only, since it needs a terminal, a browser or a network
    LANGUAGE file=PATH      this is written to PATH
    LANGUAGE add=PATH       this is added at the end of PATH
    diff change=PATH        lines with `-` are there, in this order and once; lines with `+` take their place

A comment `<!-- run: COMMAND -->` is run, too, and has to succeed; what `<!-- prints: COMMAND -->` prints is in the next block. In what is printed `…` may stand for anything, and a line of it
for any lines. A command that fails is no failure of the page: readers see what it prints.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*(ROOT / "docs/en").rglob("*.md"), ROOT / "README.md"])


class Wrong(Exception):
    pass


class Reader:
    """One who follows a page: a folder, and a shell that remembers where it is and what was exported."""

    def __init__(self, home):
        self.home = home
        self.folder = home / "work"
        self.folder.mkdir()
        programs = home / "programs"
        programs.mkdir()
        (programs / "handback").symlink_to(os.environ["HANDBACK_BIN"])
        (home / ".gitconfig").write_text("[user]\nname = Ada Adatum\nemail = ada@adatum.example\n[init]\ndefaultBranch = main\n")
        self.environment = {
            "PATH": f"{programs}:{os.environ['PATH']}",
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": str(home),
            "SOURCE_DATE_EPOCH": "1772323200",  # 2026-03-01
            "HANDBACK_REPOSITORY_ROOT": str(ROOT),
        }
        self.remembered = home / "remembered"

    def run(self, command):
        """What the command prints, and its exit code."""
        script = f'cd "$READER_AT"\n{command}\nREADER_CODE=$?\n{{ pwd; export -p | grep -v READER_; }} >"$READER_NOTES"\nexit $READER_CODE\n'
        at = self.folder
        if self.remembered.exists():
            at, _, exports = self.remembered.read_text().partition("\n")
            script = f"{exports}\n{script}"
        environment = self.environment | {"READER_AT": str(at), "READER_NOTES": str(self.remembered)}
        done = subprocess.run(
            ["bash", "-c", script], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        return done.stdout, done.returncode

    def path(self, name):
        at = Path(self.remembered.read_text().split("\n")[0]) if self.remembered.exists() else self.folder
        path = (at / name).resolve()
        if not path.is_relative_to(self.home):
            raise Wrong(f"{name} leads out of the folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def change(path, lines):
    old = "".join(line[1:] + "\n" for line in lines if not line.startswith("+"))
    new = "".join(line[1:] + "\n" for line in lines if not line.startswith("-"))
    text = path.read_text()
    if text.count(old) != 1:
        raise Wrong(f"{path.name} has what is to be changed {text.count(old)} times:\n{old}\nIt is:\n{text}")
    path.write_text(text.replace(old, new))


def matches(expected, printed):
    pattern = ""
    for line in expected.rstrip("\n").split("\n"):
        part = r"(?:.*\n)*?" if line.strip() == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n"
        pattern += part
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None


def steps(block):
    """Pairs of a command and what it prints; a command goes on in lines that follow a `\\` at the end."""
    found, lines = [], block.split("\n")[:-1]
    while lines:
        line = lines.pop(0)
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\") and lines:
                command += "\n" + lines.pop(0)
            found.append([command, ""])
        elif found:
            found[-1][1] += line + "\n"
        else:
            raise Wrong(f"a block of commands begins with what is none: {line}")
    return found


def follow(reader, token, update):
    """Does what a block says, and returns what the block should be."""
    words = token.info.split()
    for word in words[1:]:
        kind, _, name = word.partition("=")
        if kind == "file":
            reader.path(name).write_text(token.content)
        elif kind == "add":
            with open(reader.path(name), "a", encoding="utf-8") as file:
                file.write(token.content)
        elif kind == "change":
            change(reader.path(name), token.content.split("\n")[:-1])
        elif word != "not-run":
            raise Wrong(f"unknown word `{word}`")
    if words[:1] != ["console"] or "not-run" in words:
        return token.content
    result = ""
    for command, expected in steps(token.content):
        printed, _ = reader.run(command)
        printed = "".join(line.rstrip() + "\n" for line in printed.splitlines())
        if not matches(expected, printed):
            if not update:
                raise Wrong(f"`{command}` prints\n{printed}\nand the page says\n{expected}")
            expected = printed
        result += f"$ {command}\n{expected}"
    return result


def comments(reader, token):
    """Does what comments say, and returns the command whose output the next block has, if there is one."""
    prints = None
    for kind, command in re.findall(r"<!-- (run|prints): (.*?) -->", token.content, re.DOTALL):
        if kind == "prints":
            prints = command
            continue
        printed, code = reader.run(command)
        if code:
            raise Wrong(f"`{command}` ends with {code}:\n{printed}")
    return prints


def compare(reader, command, token, update):
    printed = "".join(line.rstrip() + "\n" for line in reader.run(command)[0].splitlines())
    if matches(token.content, printed):
        return token.content
    if not update:
        raise Wrong(f"`{command}` prints\n{printed}\nand the page says\n{token.content}")
    return printed


def run(page, update):
    text = page.read_text()
    lines = text.split("\n")
    home = Path(tempfile.mkdtemp()).resolve()
    try:
        reader = Reader(home)
        # Blocks by their lines; from the last to the first when they are written again.
        blocks = [token for token in MarkdownIt().parse(text) if token.type in ("fence", "html_block")]
        written, count, prints = {}, 0, None
        for token in blocks:
            try:
                if token.type == "html_block":
                    prints = comments(reader, token)
                    continue
                is_run = prints or (token.info.startswith("console") and "not-run" not in token.info)
                content = compare(reader, prints, token, update) if prints else follow(reader, token, update)
                written[token.map[0]] = (token, content)
                count, prints = count + bool(is_run), None
            except Wrong as wrong:
                raise Wrong(f"{page.relative_to(ROOT)}:{token.map[0] + 1}: {wrong}") from None
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if update:
        for start, (token, content) in sorted(written.items(), reverse=True):
            indent = re.match(r" *", lines[start])[0]
            lines[start + 1 : token.map[1] - 1] = [(indent + line).rstrip() for line in content.split("\n")[:-1]]
        page.write_text("\n".join(lines))
    return count


def main():
    words = [word for word in sys.argv[1:] if word != "--update"]
    failed, total = 0, 0
    for page in [Path(word).resolve() for word in words] or PAGES:
        try:
            count = run(page, "--update" in sys.argv)
            total += count
            if count:
                print(f"ok  {page.relative_to(ROOT)}: {count} blocks of commands")
        except Wrong as wrong:
            failed += 1
            print(f"FAILED  {wrong}", file=sys.stderr)
    if not words and total < 20:
        print(f"FAILED  only {total} blocks of commands were run", file=sys.stderr)
        failed += 1
    return 1 if failed else 0


sys.exit(main())
