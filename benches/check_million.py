#!/usr/bin/env python3
"""Measures `handback check` with a million findings: memory and processor time of every format.

    benches/check_million.py target/release/handback [documents]

Writes a project of made-up English (1,000 documents of 100 texts, 10 locales without a translation) into a temporary
folder. The figures are for people to compare; nothing here passes or fails.
"""
import os
import random
import subprocess
import sys
import tempfile

LOCALES = "fr-FR, de-DE, es-ES, it-IT, ja-JP, ko-KR, pt-BR, ru-RU, tr-TR, zh-CN"
WORDS = "account tenant license report policy service console session backup region quota token export import".split()
RUNS = [["--summary"], []] + [["--format", name] for name in ("json", "sarif", "github", "gitlab", "junit")]


def write_project(folder, documents):
    random.seed(1)
    os.makedirs(f"{folder}/source-docs")
    with open(f"{folder}/handback.yaml", "w") as out:
        out.write(f"source_locale: en-US\nlocales: [{LOCALES}]\n")
    for number in range(documents):
        with open(f"{folder}/source-docs/page{number:04}.md", "w") as out:
            out.write(f"# Page {number} of Contoso\n\n")
            for text in range(99):
                first, second, third = random.choices(WORDS, k=3)
                out.write(f"The {first} {number}-{text} of Fabrikam keeps the {second} while the {third} waits.\n\n")


def measure(program, folder, arguments):
    """Returns seconds of processor time, peak of memory in MB, MB of output."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([program, "check", *arguments], cwd=folder, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"check {arguments} ended with {process.returncode}")
        size = os.fstat(output.fileno()).st_size
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, size / 1e6


def main():
    program = os.path.abspath(sys.argv[1])
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as folder:
        write_project(folder, documents)
        print(f"{'':18} {'CPU s':>8} {'peak MB':>8} {'MB out':>8}")
        for arguments in RUNS:
            seconds, peak, size = measure(program, folder, arguments)
            print(f"{' '.join(arguments) or 'text':18} {seconds:8.1f} {peak:8.0f} {size:8.1f}")


if __name__ == "__main__":
    main()
