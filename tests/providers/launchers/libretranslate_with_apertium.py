"""Starts LibreTranslate with Apertium behind it: arguments are those of `libretranslate`.

LibreTranslate's own translators are Argos models, hundreds of megabytes that no package holds. Everything
else here is LibreTranslate as published: its web application, its command line, its handling of HTML. Only
the list of languages is ours, and what LibreTranslate imports for models and documents alone is left out.
"""

import re
import subprocess
import sys
import threading
from unittest import mock

# Inference, splitting of sentences, PDF and subtitles: nothing that a translated text passes through.
for name in ("ctranslate2", "sentencepiece", "sacremoses", "minisbd", "pymupdf", "pysrt"):
    sys.modules[name] = mock.MagicMock()

from argostranslate import package, translate  # noqa: E402
from libretranslate import main  # noqa: E402

MODES = "/usr/share/apertium/modes"
# Targets with the modes that lead there from English.
ROUTES = {"es": ("Spanish", ["eng-spa"]), "fr": ("French", ["eng-cat", "cat-fra"])}
# What Apertium's stream format gives a meaning to.
SPECIAL = r"([\[\]{}^$/\\@<>])"


class Apertium(translate.ITranslation):
    """Translates by Apertium's programs, which are started once and answer up to each NUL."""

    def __init__(self, source, target, modes):
        self.from_lang, self.to_lang = source, target
        self.command = " | ".join(command for mode in modes for command in commands(mode))
        self.process = None
        self.lock = threading.Lock()

    def hypotheses(self, input_text, num_hypotheses=1):
        text = re.sub(SPECIAL, r"\\\1", input_text.replace("\0", ""))
        with self.lock:
            if self.process is None:
                pipe = subprocess.PIPE
                self.process = subprocess.Popen(self.command, shell=True, stdin=pipe, stdout=pipe)
            # A text ends with a blank of its own: without one, the last word would wait for more.
            self.process.stdin.write(text.encode() + b"[]\0")
            self.process.stdin.flush()
            answer = bytearray()
            while (byte := self.process.stdout.read(1)) != b"\0":
                if not byte:
                    raise RuntimeError("Apertium ended")
                answer += byte
        answer = re.sub(r"\\(.)", r"\1", answer.decode().removesuffix("[]"))
        return [translate.Hypothesis(answer, 0.0)] * num_hypotheses


def commands(mode):
    """The programs of a mode, each asked to answer at a NUL, and not to mark words that it does not know."""
    with open(f"{MODES}/{mode}.mode", encoding="utf-8") as file:
        words = file.read().strip().replace("$1", "-n").replace("$2", "")
    return [re.sub(r"^\s*(\S+)", r"\1 -z", command) for command in words.split("|")]


def languages():
    english = translate.Language("en", "English")
    found = [english]
    for code, (name, modes) in ROUTES.items():
        language = translate.Language(code, name)
        translation = Apertium(english, language, modes)
        english.translations_from.append(translation)
        language.translations_to.append(translation)
        found.append(language)
    return found


installed = languages()
translate.get_installed_languages = lambda: installed
# As many as it takes that none is looked for on the network.
package.get_installed_packages = lambda: [None, None]
main()
